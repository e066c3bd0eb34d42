import { language } from './language.ts';

/** Says the page's language and title, and gives every element with `data-text` the word of that name. */
export function sayTexts<Texts extends { readonly title: string }>(texts: Texts): void {
  document.documentElement.lang = language;
  document.title = texts.title;
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
    const word = texts[element.dataset['text'] as keyof Texts];
    if (typeof word === 'string') element.textContent = word;
  }
}
