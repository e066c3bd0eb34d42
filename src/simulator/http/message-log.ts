import { maskPasswords } from '../wire/mask.ts';
import { isoTime } from '../world/views.ts';
import type { Message } from './answers.ts';

const MAX_MESSAGES = 500;
const MAX_BODY_CHARACTERS = 64 * 1024;

/** A copy: a mere slice would keep the whole message in memory behind it. */
function shortened(text: string): string {
  return text.length <= MAX_BODY_CHARACTERS ? text : Buffer.from(text.slice(0, MAX_BODY_CHARACTERS)).toString();
}

/** The latest exchanges, oldest first. */
export class MessageLog {
  #messages: Message[] = [];
  #count = 0;

  add(atMs: number, message: Omit<Message, 'at' | 'number'>): void {
    this.#count += 1;
    this.#messages.push({
      ...message,
      number: this.#count,
      at: isoTime(atMs),
      request: shortened(maskPasswords(message.request)),
      response: message.response === null ? null : shortened(message.response),
    });
    if (this.#messages.length > MAX_MESSAGES) this.#messages.shift();
  }

  list(): readonly Message[] {
    return this.#messages;
  }

  clear(): void {
    this.#messages = [];
  }
}
