import { isRecommendedSeqrId, isSeqrId, seqrIdFromScan } from '../../../src/protocol/index.ts';
import { useScanHandler } from '../../input/index.ts';
import { useTranslate } from '../../store/index.ts';
import { TextField } from '../../ui/index.ts';
import { useAnswer } from './use-answer.ts';
import type { Answer } from './use-answer.ts';

/** A SEQR id that is typed, or scanned from either code of a sticker. */
export function useSeqrId(initial: string, asked: boolean): Answer {
  const { t } = useTranslate();
  const check = (text: string) => {
    if (text.trim() === '') return t('setup.check.required');
    return isSeqrId(text.trim()) ? null : t('setup.check.seqrId');
  };
  const answer = useAnswer(initial, check, asked);
  // A scan that holds no id is shown as it is, so that the field says why it cannot be one.
  useScanHandler((code) => answer.set(seqrIdFromScan(code) ?? code));
  return answer;
}

export interface SeqrIdFieldProps {
  readonly label: string;
  readonly answer: Answer;
  readonly autoFocus?: boolean;
}

/** Says as it is typed how easy the code will be to scan (PF-20). */
export function SeqrIdField({ label, answer, autoFocus = false }: SeqrIdFieldProps) {
  const { t } = useTranslate();
  const id = answer.value.trim();
  const hint = isRecommendedSeqrId(id)
    ? t('setup.seqrId.recommended')
    : isSeqrId(id)
      ? t('setup.seqrId.smallLetters')
      : t('setup.seqrId.help');
  const wrong = id !== '' && !isSeqrId(id) ? t('setup.check.seqrId') : answer.field.problem;
  return <TextField label={label} hint={hint} maxLength={60} large autoFocus={autoFocus} {...answer.field} problem={wrong} />;
}
