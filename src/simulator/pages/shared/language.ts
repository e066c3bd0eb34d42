/** The page's language: that of `?lang=` in its address, else the browser's. */
export const language = (new URLSearchParams(location.search).get('lang') ?? navigator.language).toLowerCase().startsWith('sv')
  ? 'sv'
  : 'en';
