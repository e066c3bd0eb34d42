import { section } from './section.ts';

export const sale = section({}, {});
