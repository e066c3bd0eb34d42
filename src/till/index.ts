export { createTill } from './create-till.ts';
export type { Till } from './till.ts';
export type * from './ports.ts';
