import { setFlagsFromString } from 'node:v8';

/*
 * V8 grows the space for new objects to 2 x 16 MB while it loads a program, and keeps it. A till makes few at a time: at
 * its first size of 2 x 1 MB the space is collected once or twice a sale, for about 2 ms, instead of every fifth sale.
 * What it has grown is never given back, so index.ts imports this before all else.
 */
setFlagsFromString('--semi-space-growth-factor=1');
