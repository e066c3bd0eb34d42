import { create } from 'zustand';
import type { Problem } from '../../src/text/index.ts';

/** Something to tell the cashier, above everything and over no amount. */
export interface Message {
  readonly id: number;
  readonly content: { readonly kind: 'problem'; readonly problem: Problem } | { readonly kind: 'note' | 'caution'; readonly text: string };
}

interface Messages {
  readonly message: Message | null;
  /** Read by screen readers, seen by nobody. */
  readonly announcement: string;
}

export const useMessages = create<Messages>(() => ({ message: null, announcement: '' }));

let lastId = 0;

/** Shows one message; a newer one takes its place. */
export function tell(content: Message['content']): void {
  lastId += 1;
  useMessages.setState({ message: { id: lastId, content } });
}

export function dismissMessage(): void {
  useMessages.setState({ message: null });
}

/** Says it to screen readers only. */
export function announce(text: string): void {
  useMessages.setState({ announcement: text });
}
