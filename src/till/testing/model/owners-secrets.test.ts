import { expect, test } from 'vitest';
import type { IntentOf } from '../../../contract/intents.ts';
import type { IntentResult } from '../../../contract/ipc.ts';
import { createOwnersSecrets } from './owners-secrets.ts';

const change = (pin: string, newPin: string): IntentOf<'owner.change'> => ({ kind: 'owner.change', pin, newPin, newPinAgain: newPin });
const check = (pin: string): IntentOf<'owner.check'> => ({ kind: 'owner.check', pin });
const WRONG: IntentResult = { ok: false, problem: { code: 'pin.wrong' } };

test('a changed PIN is the one that is typed from then on', () => {
  const secrets = createOwnersSecrets({ pin: '1234', code: null });
  const changed = change('1234', '7001');
  secrets.pressing(changed);
  expect(secrets.pin()).toBe('1234');
  secrets.answered(changed, { ok: true });
  expect(secrets.pin()).toBe('7001');
});

test('whoever has heard nothing of a change tries the one and then the other', () => {
  const secrets = createOwnersSecrets({ pin: '1234', code: null });
  secrets.pressing(change('1234', '7001'));
  secrets.answered(check('1234'), WRONG);
  expect(secrets.pin()).toBe('7001');
  secrets.answered(check('7001'), WRONG);
  expect(secrets.pin()).toBe('1234');
  // What was typed before that says nothing of this one.
  secrets.answered(check('7001'), WRONG);
  expect(secrets.pin()).toBe('1234');
});

test('the code on the paper is the last one that was told', () => {
  const secrets = createOwnersSecrets({ pin: '1234', code: 'first' });
  secrets.answered({ kind: 'owner.newCode', pin: '1234' }, { ok: true, detail: 'second' });
  expect(secrets.code()).toBe('second');
  secrets.answered({ kind: 'owner.newCode', pin: '1234' }, WRONG);
  expect(secrets.code()).toBe('second');
});
