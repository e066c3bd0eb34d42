import { section } from './section.ts';

export const journal = section({}, {});
