/** Circles in a graph of names, and what of a graph's arrows is worth drawing. */

/** From each name to those it points at. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/** All names that can be reached from one; itself only if a circle leads back. */
export function reachable(graph: Graph, from: string): ReadonlySet<string> {
  const found = new Set<string>();
  const left = [...(graph.get(from) ?? [])];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    left.push(...(graph.get(next) ?? []));
  }
  return found;
}

/** @returns each knot of names that reach one another, sorted; empty if the arrows never lead back */
export function circles(graph: Graph): readonly (readonly string[])[] {
  const reach = new Map([...graph.keys()].map((name) => [name, reachable(graph, name)]));
  const knots = new Map<string, readonly string[]>();
  for (const [name, others] of reach) {
    if (!others.has(name)) continue;
    const knot = [...others].filter((other) => reach.get(other)?.has(name) === true).sort();
    knots.set(knot.join(' '), knot);
  }
  return [...knots.keys()].sort().map((key) => knots.get(key) ?? []);
}

/**
 * Circles among what lies in one folder, for every folder: its files are taken as they are, each folder in it as one. So a
 * folder may use a file beside it, and that file may not use the folder.
 */
export function circlesByFolder(graph: Graph): readonly (readonly string[])[] {
  const folders = new Map<string, Map<string, string[]>>();
  for (const [name, targets] of graph) {
    for (const target of targets) {
      const [folder, from, to] = whereTheyPart(name, target);
      const within = folders.get(folder) ?? new Map<string, string[]>();
      folders.set(folder, within.set(from, [...(within.get(from) ?? []), to]).set(to, within.get(to) ?? []));
    }
  }
  return [...folders.keys()].sort().flatMap((folder) => circles(folders.get(folder) ?? new Map()));
}

/** The folder that two files have in common, and which of what lies in it each belongs to. */
function whereTheyPart(name: string, other: string): readonly [folder: string, from: string, to: string] {
  const [parts, others] = [name.split('/'), other.split('/')];
  const common = parts.findIndex((part, index) => part !== others[index]);
  const upTo = (all: readonly string[], count: number): string => all.slice(0, count).join('/');
  return [upTo(parts, common), upTo(parts, common + 1), upTo(others, common + 1)];
}

/** The same graph between groups of names; arrows within a group are left out. */
export function grouped(graph: Graph, groupOf: (name: string) => string): Graph {
  const groups = new Map<string, Set<string>>();
  for (const [name, targets] of graph) {
    const group = groupOf(name);
    const arrows = groups.get(group) ?? new Set();
    groups.set(group, arrows);
    for (const target of targets.map(groupOf)) {
      if (target !== group) arrows.add(target);
    }
  }
  return new Map([...groups].sort().map(([group, arrows]) => [group, [...arrows].sort()]));
}

/** Without the arrows that a longer way says already: a → c beside a → b → c. Arrows of a circle stay. */
export function withoutShortcuts(graph: Graph): Graph {
  const reach = new Map([...graph.keys()].map((name) => [name, reachable(graph, name)]));
  const goesOn = (name: string, via: string, target: string): boolean =>
    via !== target && reach.get(via)?.has(target) === true && reach.get(via)?.has(name) !== true && reach.get(target)?.has(via) !== true;
  return new Map(
    [...graph].map(([name, targets]) => [name, targets.filter((target) => !targets.some((via) => goesOn(name, via, target)))]),
  );
}
