/** The rooms of the tree and who imports whom, as ARCHITECTURE.md shows them. */
import { grouped, withoutShortcuts } from './circles.ts';
import type { Graph } from './circles.ts';
import { isTest, LAYERS, PURE_ROOMS, roomOf, ROOMS } from './layers.ts';
import type { Layer } from './layers.ts';

const idOf = (room: string): string => room.replace(/\W/g, '_');

/** Between rooms, tests left out; an arrow that a longer way says already is left out as well. */
function arrowsBetweenRooms(files: Graph): Graph {
  const counted = new Map([...files].filter(([file]) => !isTest(file) && roomOf(file) !== null));
  const named = new Map(
    [...counted].map(([file, targets]) => [file, targets.filter((target) => roomOf(target) !== null && !isTest(target))]),
  );
  return withoutShortcuts(grouped(named, (file) => roomOf(file) ?? ''));
}

const frame = (id: string, lines: readonly string[]): readonly string[] => [`subgraph ${id}`, ...lines.map((line) => `  ${line}`), 'end'];
const node = (room: string, name: string): string => `${idOf(room)}["${name}"]`;

/** A layer has a frame of its own from so many rooms on. */
const FRAMED = 3;

/** Folders that hold more than one room are frames around them, large layers frames within. */
function nodes(): readonly string[] {
  const tops = [...new Set(ROOMS.map((room) => room.split('/')[0] ?? ''))];
  return tops.flatMap((top) => {
    if (ROOMS.includes(top)) return [node(top, top)];
    const layers = LAYERS.map(({ name, rooms }) => ({ name, rooms: rooms.filter((room) => room.startsWith(`${top}/`)) }));
    const lines = layers.flatMap(({ name, rooms }) => {
      const named = rooms.map((room) => node(room, room.slice(top.length + 1)));
      return rooms.length < FRAMED ? named : frame(name.toLowerCase(), named);
    });
    return frame(top, lines);
  });
}

/** @param files who imports whom, by file */
export function roomsDrawing(files: Graph): string {
  const arrows = [...arrowsBetweenRooms(files)].flatMap(([room, targets]) => targets.map((target) => `${idOf(room)} --> ${idOf(target)}`));
  return ['```mermaid', 'flowchart TD', ...[...nodes(), ...arrows].map((line) => `  ${line}`), '```'].join('\n');
}

/** Rooms whose folders are listed one by one. */
const OPENED = ['src/till', 'main', 'renderer/screens', 'e2e', 'scripts'];

function mayInWords({ may }: Layer): string {
  const pure = PURE_ROOMS.every((room) => may.includes(room)) ? ['the pure rooms'] : [];
  const others = may.filter((room) => pure.length === 0 || !PURE_ROOMS.includes(room));
  return [...pure, ...others.map((room) => `\`${room}\``)].join(', ');
}

/**
 * @param folders all there are
 * @param line what lives in a folder
 */
export function roomsList(folders: readonly string[], line: (folder: string) => string): string {
  const item = (folder: string): string => `* \`${folder}\`: ${line(folder)}`;
  const inside = (room: string): readonly string[] => {
    const children = folders.filter((folder) => folder.startsWith(`${room}/`) && !folder.slice(room.length + 1).includes('/'));
    return OPENED.includes(room) ? children.map((child) => `  ${item(child)}`) : [];
  };
  return LAYERS.map((layer) =>
    [
      `**${layer.name}**: ${layer.what}. May import ${mayInWords(layer)}.`,
      '',
      ...layer.rooms.flatMap((room) => [item(room), ...inside(room)]),
    ].join('\n'),
  ).join('\n\n');
}
