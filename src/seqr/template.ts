import type { Operation } from '../protocol/index.ts';
import type { EncodedRequest, SoapObject } from './soap-codec.ts';
import { escapeText, isWireText } from './text.ts';

/*
 * Messages that strong-soap has written beforehand, with a slot for every value: `<clientId>{context.clientId}</clientId>`.
 *
 * SEQR takes a payment back that nobody has asked about for 20 seconds. Loading strong-soap takes part of a second on a
 * quiet machine and many on a busy one, so the two operations that those seconds hang on do without it at run time: their
 * messages are written when the application is built (write-templates.ts), and only filled here.
 */

/** The operations whose messages are written beforehand. */
export const TEMPLATED_OPERATIONS = ['getPaymentStatus', 'cancelInvoice'] as const satisfies readonly Operation[];
type TemplatedOperation = (typeof TEMPLATED_OPERATIONS)[number];

/** A request of which each value is a slot that names the path of that value in the arguments. */
export type Template = EncodedRequest;
/** For each operation one template for every set of members its arguments can have. */
export type Templates = Readonly<Record<TemplatedOperation, readonly Template[]>>;

/** An element that holds a slot and nothing else; strong-soap writes no brace of its own. */
const SLOT = /<(\w+)>\{([\w.]+)\}<\/\1>/g;

export function isTemplated(operation: Operation): operation is TemplatedOperation {
  return TEMPLATED_OPERATIONS.some((templated) => templated === operation);
}

export function slot(path: string): string {
  return `{${path}}`;
}

/** Every value of the arguments by its path, such as `context.initiatorPrincipalId.id`. */
export function valuesByPath(args: SoapObject | readonly SoapObject[], above = ''): readonly (readonly [path: string, value: string])[] {
  return Object.entries<SoapObject[string]>(args).flatMap(([element, value]) => {
    const path = `${above}${element}`;
    return typeof value === 'string' ? [[path, value] as const] : valuesByPath(value, `${path}.`);
  });
}

/**
 * The template with the arguments in it, to the letter what strong-soap would have written. Null if the arguments have
 * another set of members than the template. Throws a RangeError for a character that XML cannot hold.
 */
export function fill(template: Template, args: SoapObject): EncodedRequest | null {
  const values = new Map(valuesByPath(args));
  const slots = [...template.xml.matchAll(SLOT)].map(([, , path = '']) => path);
  if (slots.length !== values.size || !slots.every((path) => values.has(path))) return null;
  // One pass, and the values put in by a function: nothing in a value is ever taken for a slot or a pattern.
  const xml = template.xml.replace(SLOT, (_slot, element: string, path: string) => elementOf(element, values.get(path) ?? ''));
  return { xml, headers: template.headers };
}

function elementOf(name: string, value: string): string {
  if (!isWireText(value)) throw new RangeError('a character that XML cannot hold');
  return value === '' ? `<${name}/>` : `<${name}>${escapeText(value)}</${name}>`;
}

/** The message of an operation that has templates; null if there is none, or none for these arguments. */
export function fromTemplates(templates: Templates, operation: Operation, args: SoapObject): EncodedRequest | null {
  if (!isTemplated(operation)) return null;
  for (const template of templates[operation]) {
    const filled = fill(template, args);
    if (filled !== null) return filled;
  }
  return null;
}
