/** An element with what is inside it; an empty class name is none. */
export function make(tag: string, className: string, ...inside: readonly (string | Node)[]): HTMLElement {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.append(...inside);
  return element;
}

export function makeButton(word: string, className: string, run: () => void): HTMLElement {
  const element = make('button', className, word) as HTMLButtonElement;
  element.type = 'button';
  element.addEventListener('click', run);
  return element;
}

/** A box with a word behind it. */
export function makeCheck(word: string, on: boolean, change: (on: boolean) => void): HTMLElement {
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = on;
  box.addEventListener('change', () => change(box.checked));
  return make('label', 'check', box, make('span', '', word));
}

export function makeOption(value: string, word: string): HTMLOptionElement {
  const option = make('option', '', word) as HTMLOptionElement;
  option.value = value;
  return option;
}
