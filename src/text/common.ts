import { section } from './section.ts';

export const common = section(
  { practice: 'PRACTICE · no real money' },
  { practice: 'ÖVNING · inga riktiga pengar' },
);
