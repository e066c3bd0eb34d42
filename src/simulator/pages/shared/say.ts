import { language } from './language.ts';

/** Says the page's language and title, and gives every element with `data-text` the word of that name. */
export function sayTexts(texts: { readonly title: string }): void {
  document.documentElement.lang = language;
  document.title = texts.title;
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
    const word: unknown = Reflect.get(texts, element.dataset['text'] ?? '');
    if (typeof word === 'string') element.textContent = word;
  }
}
