import { make } from './make.ts';

/** A message's document: one element a line, indented; what is no XML stays as it is. */
export function documentOf(text: string): HTMLElement {
  const out = make('pre', '');
  let depth = 0;
  let fresh = true;
  for (const [part] of text.matchAll(/<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<[^>]*>|[^<]+/g)) {
    const isTag = part.startsWith('<') && !part.startsWith('<![');
    if (part.startsWith('</')) depth -= 1;
    if (isTag && fresh && out.hasChildNodes()) out.append(`\n${'  '.repeat(Math.max(depth, 0))}`);
    if (isTag) out.append(make('span', 'tag', part));
    else if (part.trim() !== '') out.append(part);
    fresh = isTag ? part.startsWith('</') || !part.endsWith('/>') : part.trim() === '';
    if (isTag && part.startsWith('</')) fresh = true;
    if (isTag && !/^<[/?!]/.test(part) && !part.endsWith('/>')) depth += 1;
  }
  return out;
}
