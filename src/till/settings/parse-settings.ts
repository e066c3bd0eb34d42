import type { z } from 'zod';
import { settingsSchema } from './settings.ts';
import type { Settings } from './settings.ts';

export interface ParsedSettings {
  readonly settings: Settings;
  /** What of them could not be read and has its default now: `mode`, `live.business`. */
  readonly damaged: readonly string[];
  /** They do not say which mode is in use: there are none, or that part of them is damaged. */
  readonly modeIsLost: boolean;
  /** There are none at all. */
  readonly areMissing: boolean;
}

/** What can be read is kept, field by field; what cannot be gets its default, and is named. */
export function parseSettings(stored: unknown): ParsedSettings {
  const damaged: string[] = [];
  const source = asObject(stored);
  if (stored !== undefined && source === null) damaged.push('settings');
  const fields = source ?? {};
  const part = <Part>(name: string, schema: z.ZodType<Part>): Part => {
    const read = salvaged(fields[name], schema);
    damaged.push(...read.damaged.map((field) => (field === '' ? name : `${name}.${field}`)));
    return read.value;
  };
  const settings = {
    preferences: part('preferences', settingsSchema.shape.preferences),
    mode: part('mode', settingsSchema.shape.mode),
    practice: part('practice', settingsSchema.shape.practice),
    live: part('live', settingsSchema.shape.live),
  };
  const areMissing = Object.keys(fields).length === 0;
  return { settings, damaged, modeIsLost: areMissing || damaged.includes('mode') || fields.mode === undefined, areMissing };
}

/**
 * A part with its damaged fields left out, or of a damaged list those that are damaged in it: a password that can be read is
 * not given up for a wrong word elsewhere.
 */
function salvaged<Part>(stored: unknown, schema: z.ZodType<Part>): { readonly value: Part; readonly damaged: readonly string[] } {
  let left = stored;
  const damaged = new Set<string>();
  // Each round leaves out at least one field; one that is damaged as a list is left out in the second.
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const read = schema.safeParse(left);
    if (read.success) return { value: read.data, damaged: [...damaged] };
    const object = asObject(left);
    if (object === null) break;
    for (const { path } of read.error.issues) damaged.add(String(path[0] ?? ''));
    left = without(object, read.error.issues, round === 0);
  }
  return { value: schema.parse(undefined), damaged: stored === undefined ? [] : [''] };
}

const MAX_ROUNDS = 3;

function without(object: Readonly<Record<string, unknown>>, issues: readonly z.core.$ZodIssue[], elementsOnly: boolean): object {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(object)) {
    const broken = issues.filter(({ path }) => path[0] === name);
    const elements = new Set(broken.map(({ path }) => path[1]));
    if (broken.length === 0) kept[name] = value;
    else if (elementsOnly && Array.isArray(value) && [...elements].every((element) => typeof element === 'number'))
      kept[name] = value.filter((_, index) => !elements.has(index));
  }
  return kept;
}

function asObject(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : null;
}
