import type { OverviewAnswer } from '../../http/answers.ts';
import { byId } from '../shared/by-id.ts';
import { texts } from './words.ts';

/* The one loop that asks what there is to know, and what the operator does about it. */

const LOOK_MS = 1000;
const listeners: ((overview: OverviewAnswer) => void)[] = [];
let lastMessage = 0;
let offsetMs = 0;

/** Draws a part of the page from every overview. */
export function onOverview(draw: (overview: OverviewAnswer) => void): void {
  listeners.push(draw);
}

/** Practice time now, running on between two looks; ms since 1970 UTC. */
export function nowMs(): number {
  return performance.now() + offsetMs;
}

/** Rejects when the service does not answer, or answers that it will not. */
export function get(path: string): Promise<unknown> {
  return ask('GET', path);
}

/** Does something and looks at once. */
export function act(method: 'POST' | 'DELETE', path: string, body?: object): void {
  void run(method, path, body);
}

export async function lookForEver(): Promise<void> {
  for (;;) {
    await look();
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

async function run(method: 'POST' | 'DELETE', path: string, body?: object): Promise<void> {
  try {
    await ask(method, path, body);
    byId('problem').textContent = '';
  } catch (error) {
    showProblem(error);
  }
  await look();
}

async function look(): Promise<void> {
  try {
    const overview = (await ask('GET', `api/overview?after=${lastMessage}`)) as OverviewAnswer;
    lastMessage = overview.lastMessage;
    offsetMs = Date.parse(overview.now) - performance.now();
    if (byId('problem').textContent === texts.noContact) byId('problem').textContent = '';
    for (const draw of listeners) draw(overview);
  } catch (error) {
    showProblem(error);
  }
}

async function ask(method: string, path: string, body?: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(path, method === 'GET' ? {} : { method, headers, body: JSON.stringify(body ?? {}) });
  const answer: unknown = await response.json();
  if (response.ok) return answer;
  const told = typeof answer === 'object' && answer !== null && 'error' in answer ? String(answer.error) : '';
  throw new TypeError(told, { cause: 'told' });
}

/** The service's own sentence when it gave one. */
function showProblem(error: unknown): void {
  byId('problem').textContent = error instanceof TypeError && error.cause === 'told' ? error.message : texts.noContact;
}
