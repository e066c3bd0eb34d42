/**
 * Loaded before the walk of a mutant (`node --import`): the one file of the mutation named in KASSA_MUTANT is read with
 * its line made wrong. Nothing on disk is changed.
 */
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { MUTATIONS } from './list.ts';
import { mutated } from './mutation.ts';

const ROOT = path.join(import.meta.dirname, '..', '..', '..');
const mutation = MUTATIONS.find(({ name }) => name === process.env['KASSA_MUTANT']);
if (mutation === undefined) throw new Error('KASSA_MUTANT names no mutation');
const url = pathToFileURL(path.join(ROOT, mutation.file)).href;

registerHooks({
  load(asked, context, next) {
    const loaded = next(asked, context);
    if (asked !== url) return loaded;
    const { source } = loaded;
    if (source === undefined) throw new Error(`${mutation.file} was loaded without its text`);
    const text = typeof source === 'string' ? source : Buffer.from(source as Uint8Array).toString('utf8');
    return { ...loaded, source: mutated(text, mutation) };
  },
});
