import { language } from '../shared/language.ts';
import { ENGLISH } from './texts-en.ts';
import { SWEDISH } from './texts-sv.ts';

/** The words of the page in its language. */
export const texts = language === 'sv' ? SWEDISH : ENGLISH;
