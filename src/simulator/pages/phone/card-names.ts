interface Card {
  readonly description?: string | undefined;
  readonly value?: string | undefined;
}

/** What a card is called; its number where it has no name. */
export function nameOf({ description, value }: Card): string {
  return description || value || '';
}

export function nameAndNumber({ description, value }: Card): string {
  return [description, value].filter(Boolean).join(' ');
}
