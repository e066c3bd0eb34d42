/** A field as it was before the first character of what may turn out to be a scan. */
export interface GuardedField {
  readonly element: HTMLInputElement | HTMLTextAreaElement;
  readonly value: string;
  readonly caret: number | null;
}

const TYPED_INTO = new Set(['text', 'password', 'url', 'search', 'tel', 'email', 'number']);

/** The field that a key would type into; null if there is none. */
export function fieldOf(target: EventTarget | null): HTMLInputElement | HTMLTextAreaElement | null {
  if (target instanceof HTMLTextAreaElement) return target;
  return target instanceof HTMLInputElement && TYPED_INTO.has(target.type) ? target : null;
}

/** Lists and menus find their entries by typing: keys there are theirs. */
export function isInList(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="menu"],[role="listbox"]') !== null;
}

export function guard(element: HTMLInputElement | HTMLTextAreaElement): GuardedField {
  return { element, value: element.value, caret: element.selectionStart };
}

/** Puts the field back as it was, through the same event as typing, so that React sees it. */
export function restore({ element, value, caret }: GuardedField): void {
  const prototype = element instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  // React keeps its own setter on the element; the prototype's is the one whose event it takes for typing.
  Reflect.set(prototype, 'value', value, element);
  element.dispatchEvent(new Event('input', { bubbles: true }));
  if (caret !== null) element.setSelectionRange(caret, caret);
}

/** Types into the field what was held back from it, where the caret is. */
export function typeInto({ element }: GuardedField, text: string): void {
  if (document.activeElement !== element) return;
  const from = element.selectionStart ?? element.value.length;
  const to = element.selectionEnd ?? from;
  const value = element.value.slice(0, from) + text + element.value.slice(to);
  restore({ element, value, caret: from + text.length });
}
