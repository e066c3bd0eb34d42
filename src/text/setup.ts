import { section } from './section.ts';

export const setup = section({}, {});
