/** The languages Kassa speaks, on screens, paper and customers' phones; more are data, not code. */
export const LANGUAGES = ['en', 'sv'] as const;
export type Language = (typeof LANGUAGES)[number];
