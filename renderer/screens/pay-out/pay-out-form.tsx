import { useState } from 'react';
import { formatAmount, money } from '../../../src/money/index.ts';
import { payOutDescriptionProblem, userIdDoubt } from '../../../src/protocol/index.ts';
import { currentSnapshot, goTo, useFormIntent, useSnapshot, useTranslate } from '../../store/index.ts';
import { Button, DecimalField, ProblemBanner, TextField } from '../../ui/index.ts';
import { OwnerPinFields, useOwnerPin } from '../owner/index.ts';

const DESCRIPTION_WORDS = { signs: 'disbursement.payOut.descriptionSigns', long: 'disbursement.payOut.descriptionLong' } as const;
const DOUBT_WORDS = { signs: 'disbursement.payOut.userSigns', long: 'disbursement.payOut.userLong' } as const;

/** To whom, how much, what for, and who allows it. A strange user id is warned of: SEQR knows its users (protocol §2). */
export function PayOutForm() {
  const { t, language } = useTranslate();
  const currency = useSnapshot((snapshot) => snapshot.shop.currency);
  const shownByPhone = useSnapshot((snapshot) => snapshot.lastUserId);
  const [userId, setUserId] = useState('');
  const [minor, setMinor] = useState<number | null>(null);
  const [description, setDescription] = useState('');
  const owner = useOwnerPin();
  const { send, pending, problem } = useFormIntent();
  const wrong = payOutDescriptionProblem(description);
  const doubt = userIdDoubt(userId.trim());
  const amount = minor !== null && minor > 0 ? minor : null;
  const ready = userId.trim() !== '' && amount !== null && wrong === null && owner.complete;
  const submit = async () => {
    if (!ready || pending) return;
    const { revision } = currentSnapshot().disbursement;
    const result = await send({ kind: 'payOut.send', revision, userId, minor: amount, description, pin: owner.pin });
    if (!result.ok) owner.clear();
  };
  return (
    <form
      className="pay-out__fields"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField
        label={t('disbursement.payOut.user')}
        hint={t('disbursement.payOut.userHint')}
        caution={doubt === null ? null : t(DOUBT_WORDS[doubt])}
        value={userId}
        onChange={setUserId}
        maxLength={80}
        autoFocus
      />
      {shownByPhone !== null && shownByPhone !== userId && (
        <Button
          onPress={() => {
            setUserId(shownByPhone);
          }}
          testId="pay-out-take-user"
        >
          {t('disbursement.payOut.takeUser', { userId: shownByPhone })}
        </Button>
      )}
      <DecimalField label={`${t('disbursement.payOut.amount')}, ${currency}`} value={minor} decimals={2} onChange={setMinor} />
      <TextField
        label={t('disbursement.payOut.description')}
        hint={t('disbursement.payOut.descriptionHint')}
        problem={wrong === null ? null : t(DESCRIPTION_WORDS[wrong])}
        value={description}
        onChange={setDescription}
        maxLength={200}
      />
      <OwnerPinFields owner={owner} />
      {problem !== null && <ProblemBanner problem={problem} />}
      <div className="pay-out__buttons">
        <Button
          size="large"
          onPress={() => {
            goTo({ kind: 'day' });
          }}
        >
          {t('common.cancel')}
        </Button>
        <Button type="submit" kind="primary" size="large" wide pending={pending} disabled={!ready} testId="pay-out-send">
          {t('disbursement.payOut.send', { amount: amount === null ? '' : formatAmount(money(amount, currency), language) }).trim()}
        </Button>
      </div>
    </form>
  );
}
