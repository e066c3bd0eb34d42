import { section } from './section.ts';

export const settings = section({}, {});
