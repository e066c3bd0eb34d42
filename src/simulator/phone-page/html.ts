export const PHONE_HTML = '';
