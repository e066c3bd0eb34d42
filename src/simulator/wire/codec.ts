import type { XmlElement } from './xml-tree.ts';

/**
 * Descriptions of schema types that both read a request and write an answer (protocol §1, §2).
 *
 * Reading is as lenient as the service (Apache CXF with JAXB): children in any order, anything optional may be absent.
 * It is as strict too: an unknown element, or text that is no number where a number belongs, is an `UnmarshallingError`.
 * Writing follows the order of the schema, without namespaces, absent fields left out.
 */
export class UnmarshallingError extends Error {
  override readonly name = 'UnmarshallingError';
}

/** An element that occurs at most once. */
export interface Single<T> {
  readonly kind: 'single';
  read(element: XmlElement): T;
  /** The inner XML of the element. */
  write(value: T): string;
}

/** A Java primitive in the service: always there in an answer, and `absent` when a request leaves it out. */
export interface Primitive<T> extends Single<T> {
  readonly absent: T;
}

/** An element that may be repeated. */
export interface Many<T> {
  readonly kind: 'many';
  readonly item: Single<T>;
}

type Field = Single<unknown> | Many<unknown>;
type Fields = Readonly<Record<string, Field>>;
type ValueOf<F> = F extends Many<infer T> ? readonly T[] : F extends Single<infer T> ? T : never;
type PrimitiveKeys<F> = { [K in keyof F]: F[K] extends Primitive<unknown> ? K : never }[keyof F];
type Shape<F> = { readonly [K in PrimitiveKeys<F>]: ValueOf<F[K]> } & {
  readonly [K in Exclude<keyof F, PrimitiveKeys<F>>]?: ValueOf<F[K]> | undefined;
};
/** The TypeScript value a description reads and writes. */
export type Infer<C> = C extends Single<infer T> ? T : never;

function simple<T>(parse: (text: string) => T, print: (value: T) => string): Single<T> {
  return {
    kind: 'single',
    read(element) {
      const child = element.children[0];
      if (child) throw unexpectedElement(child, []);
      return parse(element.text);
    },
    write: (value) => escapeXml(print(value)),
  };
}

function matching(pattern: RegExp, type: string): Single<string> {
  return simple(
    (text) => {
      const value = text.trim();
      if (!pattern.test(value)) throw new UnmarshallingError(`"${shortened(value)}" is not a valid value for ${type}.`);
      return value;
    },
    (value) => value,
  );
}

export const text: Single<string> = simple(
  (value) => value,
  (value) => value,
);
/** Text written as a CDATA section, as the service sends a document inside a document (protocol §10). */
export const cdata: Single<string> = {
  ...text,
  write: (value) => `<![CDATA[${clean(value).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`,
};
/** xs:decimal, kept as written: money never passes through a float. */
export const decimal: Single<string> = matching(/^[+-]?(\d{1,40}(\.\d{0,40})?|\.\d{1,40})$/, 'decimal');
export const dateTime: Single<string> = matching(/^-?\d{4,6}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,12})?(Z|[+-]\d{2}:\d{2})?$/, 'dateTime');
/** xs:base64Binary as written; padded or not, as the published samples are both (protocol §8). */
export const base64: Single<string> = text;

/** xs:int or xs:long. */
export function integer(absent: number): Primitive<number> {
  const one = simple(parseInteger, String);
  return { ...one, absent };
}

/** xs:long that may be absent. */
export const optionalInteger: Single<number> = simple(parseInteger, String);

function parseInteger(text: string): number {
  const value = text.trim();
  if (!/^[+-]?\d{1,15}$/.test(value)) throw new UnmarshallingError(`For input string: "${shortened(value)}"`);
  return Number(value);
}

/** A string enumeration of the schema. */
export function oneOf<const V extends string>(type: string, values: readonly V[]): Single<V> {
  return simple(
    (text) => {
      const value = values.find((v) => v === text.trim());
      if (value === undefined) throw new UnmarshallingError(`"${shortened(text.trim())}" is not a valid value for ${type}.`);
      return value;
    },
    (value) => value,
  );
}

export function many<T>(item: Single<T>): Many<T> {
  return { kind: 'many', item };
}

/** A complex type; `fields` in the order of the schema. */
export function record<F extends Fields>(fields: F): Single<Shape<F>> {
  return {
    kind: 'single',
    // The loops below build and walk exactly the fields described; TypeScript cannot follow that through the mapped type.
    read: (element) => readRecord(fields, element) as Shape<F>,
    write: (value) => writeRecord(fields, value),
  };
}

function readRecord(fields: Fields, element: XmlElement): Record<string, unknown> {
  if (element.text.trim() !== '') throw new UnmarshallingError(`unexpected text in element "${element.local}"`);
  const out: Record<string, unknown> = {};
  const lists = new Map<string, unknown[]>();
  for (const child of element.children) {
    const field = child.uri === '' && Object.hasOwn(fields, child.local) ? fields[child.local] : undefined;
    if (!field) throw unexpectedElement(child, Object.keys(fields));
    if (field.kind === 'many') {
      const list = lists.get(child.local) ?? [];
      list.push(field.item.read(child));
      lists.set(child.local, list);
    } else if (Object.hasOwn(out, child.local)) {
      throw new UnmarshallingError(`element (uri:"", local:"${child.local}") occurs more than once`);
    } else {
      out[child.local] = field.read(child);
    }
  }
  for (const [name, list] of lists) out[name] = list;
  for (const [name, field] of Object.entries(fields)) {
    if ('absent' in field && !Object.hasOwn(out, name)) out[name] = field.absent;
  }
  return out;
}

function writeRecord(fields: Fields, value: Readonly<Record<string, unknown>>): string {
  return Object.entries(fields)
    .map(([name, field]) => {
      const part = value[name];
      if (part === undefined) return '';
      const [one, parts] = field.kind === 'many' ? [field.item, part as readonly unknown[]] : [field, [part]];
      return parts.map((p) => `<${name}>${one.write(p)}</${name}>`).join('');
    })
    .join('');
}

/** In the words of the service (protocol §1). */
export function unexpectedElement(element: XmlElement, expected: readonly string[]): UnmarshallingError {
  const names = expected.length === 0 ? '(none)' : expected.map((name) => `<{}${name}>`).join(',');
  return new UnmarshallingError(
    `unexpected element (uri:"${shortened(element.uri)}", local:"${shortened(element.local)}"). Expected elements are ${names}`,
  );
}

/** Escapes for element content. */
export function escapeXml(value: string): string {
  return clean(value).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#13;');
}

/** What XML 1.0 cannot carry at all becomes U+FFFD. */
function clean(value: string): string {
  return value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
}

/** Enough of a refused value to recognise it; a fault does not echo a whole document. */
function shortened(value: string): string {
  return value.length <= 80 ? value : `${value.slice(0, 80)}…`;
}
