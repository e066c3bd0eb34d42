import { byId } from '../shared/by-id.ts';
import { time } from './format.ts';
import { makeButton } from './make.ts';
import { act, nowMs } from './overview.ts';
import { texts } from './words.ts';

const TICK_MS = 200;
const STEPS = [
  ['20 s', 20_000],
  ['1 min', 60_000],
  ['10 min', 600_000],
] as const;

/** Practice time with its steps forward, and the way back to the beginning. */
export function startClock(): void {
  byId('time-group').setAttribute('aria-label', texts.clock);
  byId('forward').append(
    ...STEPS.map(([word, advanceMs]) => {
      const button = makeButton(`+${word}`, 'small', () => act('POST', 'api/clock', { advanceMs }));
      button.setAttribute('aria-label', texts.forward.replace('{time}', word));
      return button;
    }),
  );
  byId('reset').addEventListener('click', () => {
    if (confirm(texts.resetSure)) act('POST', 'api/reset');
  });
  setInterval(() => {
    byId('now').textContent = time(new Date(nowMs()).toISOString());
  }, TICK_MS);
}
