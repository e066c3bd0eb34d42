import { config } from 'zod';

/*
 * zod would write a function for each schema and have it compiled, to parse the same shape faster the next thousand times.
 * A start reads the settings once and a cashier's calls are small: here the compiling only costs time before the first
 * window. A schema looks at this when it is made, so run.ts imports it before all of them.
 */
config({ jitless: true });
