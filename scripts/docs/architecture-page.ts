import path from 'node:path';
import { roomsDrawing, roomsList } from '../imports/draw.ts';
import { foldersFrom, lineOf } from '../imports/folder-lines.ts';
import { readImports, ROOMS_OF_CODE } from '../imports/read-imports.ts';
import type { Step } from '../payment-way/walk.ts';
import { wayOfPayment, wayPage } from '../payment-way/way.ts';

/* The parts of ARCHITECTURE.md that are drawn from the tree, each between two markers; all else is written by hand. */

const ROOT = path.join(import.meta.dirname, '..', '..');

/** What there is to draw. `parts` are by the name in their markers. */
export interface Drawn {
  readonly parts: Readonly<Record<string, string>>;
  readonly way: readonly Step[];
}

/** Reads the tree, and walks the way of one payment: about two seconds. */
export function draw(): Drawn {
  const { files } = readImports(ROOT);
  const way = wayOfPayment(files);
  const line = (folder: string): string => lineOf(ROOT, folder) ?? '';
  const folders = ROOMS_OF_CODE.flatMap((folder) => foldersFrom(ROOT, folder));
  return {
    way,
    parts: {
      arrows: roomsDrawing(files),
      rooms: roomsList(folders, line),
      'way of one payment': wayPage(way, line),
    },
  };
}

/** The page with each part in its place. @throws if a part's markers are missing */
export function withDrawn(page: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce((text, [name, drawn]) => {
    const [begin, end] = [`<!-- drawn: ${name} -->`, `<!-- end of ${name} -->`];
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`ARCHITECTURE.md has no place for the part "${name}".`);
    return `${text.slice(0, from + begin.length)}\n${drawn}\n${text.slice(to)}`;
  }, page);
}
