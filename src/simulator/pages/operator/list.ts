import { byId } from '../shared/by-id.ts';

export interface Rows<T> {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly draw: (item: T) => HTMLElement;
  /** What is said when there is no item. */
  readonly emptyWord: string;
}

/** What each drawn list item was drawn from. */
const drawnFrom = new WeakMap<Element, string>();

/** Draws the items of a list, newest state of each; what has not changed is left as it is, with its focus. */
export function drawList<T>(id: string, { items, keyOf, draw, emptyWord }: Rows<T>): void {
  const container = byId(id);
  const known = new Map([...container.children].map((child) => [(child as HTMLElement).dataset['key'], child]));
  const rows = items.map((item) => {
    const [key, from] = [keyOf(item), JSON.stringify(item)];
    const old = known.get(key);
    if (old && drawnFrom.get(old) === from) return old;
    const row = draw(item);
    row.dataset['key'] = key;
    drawnFrom.set(row, from);
    if (old?.contains(document.activeElement)) queueMicrotask(() => row.querySelector<HTMLElement>('button, input, a')?.focus());
    return row;
  });
  arrange(container, rows);
  byId(`${id}-empty`).textContent = items.length === 0 ? emptyWord : '';
}

/** Makes `rows` the children, in their order; those that are in their place already are not touched. */
function arrange(container: HTMLElement, rows: readonly Element[]): void {
  const wanted = new Set<Element>(rows);
  for (const child of [...container.children]) if (!wanted.has(child)) child.remove();
  for (const [index, row] of rows.entries()) {
    if (container.children[index] !== row) container.insertBefore(row, container.children[index] ?? null);
  }
}
