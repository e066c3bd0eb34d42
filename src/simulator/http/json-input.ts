/** Reading of JSON requests: each reader returns the value or throws `BadInput` with a sentence for the caller. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function parseObject(text: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(text === '' ? '{}' : text);
  } catch {
    throw new BadInput('The body is not JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadInput('The body is not a JSON object.');
  }
  return value as JsonObject;
}

export function readString(input: JsonObject, name: string): string {
  const value = input[name];
  if (typeof value !== 'string' || value === '') throw new BadInput(`"${name}" must be a string that is not empty.`);
  return value;
}

export function readOptionalString(input: JsonObject, name: string): string | undefined {
  return input[name] === undefined ? undefined : readString(input, name);
}

/** A whole number from -`most` to `most`. */
export function readShift(input: JsonObject, name: string, most: number): number {
  const value = input[name];
  if (typeof value !== 'number' || !Number.isInteger(value) || Math.abs(value) > most) {
    throw new BadInput(`"${name}" must be a whole number from -${most} to ${most}.`);
  }
  return value;
}

export function readBoolean(input: JsonObject, name: string): boolean {
  const value = input[name];
  if (typeof value !== 'boolean') throw new BadInput(`"${name}" must be true or false.`);
  return value;
}

export function readOneOf<Word extends string>(input: JsonObject, name: string, words: readonly Word[]): Word {
  const word = words.find((each) => each === input[name]);
  if (word === undefined) throw new BadInput(`"${name}" must be ${words.map((each) => `"${each}"`).join(' or ')}.`);
  return word;
}

/** A list of such words, each at most once. */
export function readListOf<Word extends string>(input: JsonObject, name: string, words: readonly Word[]): readonly Word[] {
  const given = readStrings(input, name);
  const known = words.filter((word) => given.includes(word));
  if (known.length !== given.length) throw new BadInput(`"${name}" must be a list of ${words.map((each) => `"${each}"`).join(', ')}.`);
  return known;
}

export function readStrings(input: JsonObject, name: string): readonly string[] {
  const value = input[name];
  if (!Array.isArray(value) || !value.every((each): each is string => typeof each === 'string')) {
    throw new BadInput(`"${name}" must be a list of strings.`);
  }
  return value;
}

export function readObject(input: JsonObject, name: string): JsonObject {
  const value = input[name];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new BadInput(`"${name}" must be an object.`);
  return value as JsonObject;
}

/** A whole number from 0 to `max`; `absent` when the field is not there. */
export function readWhole(input: JsonObject, name: string, max: number, absent?: number): number {
  const value = input[name] ?? absent;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > max) {
    throw new BadInput(`"${name}" must be a whole number from 0 to ${max}.`);
  }
  return value;
}

/** Four digits, or undefined when there is none. */
export function readPin(input: JsonObject): string | undefined {
  const { pin } = input;
  if (pin === undefined) return undefined;
  if (typeof pin !== 'string' || !/^\d{4}$/.test(pin)) throw new BadInput('"pin" must be a string of four digits.');
  return pin;
}
