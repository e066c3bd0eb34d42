/** The parts of the settings in their order. Other screens may lead to any of them. */
export const SETTINGS_SECTIONS = [
  'screen',
  'printer',
  'shortcuts',
  'shop',
  'cashiers',
  'owner',
  'loyalty',
  'tabs',
  'terminal',
  'day',
  'practice',
  'health',
  'about',
] as const;
export type SettingsSection = (typeof SETTINGS_SECTIONS)[number];
