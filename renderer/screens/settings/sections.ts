/** The parts of the settings in their order. Other screens may lead to any of them. */
export const SECTIONS = [
  'screen',
  'printer',
  'shortcuts',
  'shop',
  'cashiers',
  'loyalty',
  'tabs',
  'terminal',
  'day',
  'practice',
  'health',
  'about',
] as const;
export type SectionName = (typeof SECTIONS)[number];
