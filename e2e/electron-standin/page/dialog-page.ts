/** Draws a dialog in a small window of its own. Sent to the page as source text. */
export interface DialogContent {
  readonly title: string;
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
  readonly defaultId: number;
  readonly cancelId: number;
  readonly checkbox?: { readonly label: string; readonly checked: boolean };
  /** A line to fill in, such as a file's name. */
  readonly field?: string;
}
export interface DialogAnswer {
  readonly button: number;
  readonly checked: boolean;
  readonly field: string;
}

/** @param binding the name of the function that takes the answer, as JSON */
export function drawDialog(content: DialogContent, binding: string): void {
  const add = <K extends keyof HTMLElementTagNameMap>(tag: K, text: string): HTMLElementTagNameMap[K] => {
    const element = document.createElement(tag);
    element.textContent = text;
    document.body.append(element);
    return element;
  };
  document.title = content.title;
  document.body.style.cssText = 'font: 16px sans-serif; margin: 20px; background: #fff; color: #000; white-space: pre-wrap';
  add('h1', content.message).style.cssText = 'font-size: 18px';
  add('p', content.detail);

  const field = content.field === undefined ? undefined : add('input', '');
  if (field !== undefined) {
    field.value = content.field ?? '';
    field.style.cssText = 'display: block; width: 100%; font: inherit; padding: 8px; box-sizing: border-box';
  }
  const label = content.checkbox === undefined ? undefined : add('label', content.checkbox.label);
  const checkbox = document.createElement('input');
  checkbox.type = 'checkbox';
  checkbox.checked = content.checkbox?.checked ?? false;
  label?.prepend(checkbox);

  const answer = (button: number): void => {
    const given = { button, checked: checkbox.checked, field: field?.value ?? '' };
    (Reflect.get(window, binding) as (text: string) => void)(JSON.stringify(given));
  };
  add('div', '').style.height = '16px';
  content.buttons.forEach((text, index) => {
    const button = add('button', text);
    button.style.cssText = 'font: inherit; padding: 8px 16px; margin-right: 8px';
    button.addEventListener('click', () => answer(index));
    if (index === content.defaultId) (field ?? button).focus();
  });
  window.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') answer(content.cancelId);
    if (event.key === 'Enter' && event.target === field) answer(content.defaultId);
  });
}
