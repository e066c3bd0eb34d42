/**
 * The second half of setting up, in Node 24: what the machine itself must have, then the command, in this process.
 *
 *   node scripts/set-up/then-run.ts window|display|test ENTRY [arguments]
 */
import { pathToFileURL } from 'node:url';
import { isNeeds, prepareMachine } from './machine.ts';

const [needs, entry, ...args] = process.argv.slice(2);
if (!isNeeds(needs) || entry === undefined) throw new Error('Usage: node scripts/set-up/then-run.ts window|display|test ENTRY [arguments]');
if (!(await prepareMachine(needs))) process.exit(1);
process.argv = [process.execPath, entry, ...args];
await import(pathToFileURL(entry).href);
