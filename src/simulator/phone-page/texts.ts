export const PHONE_TEXTS = {};
