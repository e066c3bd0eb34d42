import { section } from './section.ts';

export const problem = section({}, {});
