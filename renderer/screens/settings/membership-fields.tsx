import { Trash2 } from 'lucide-react';
import { useTranslate } from '../../store/index.ts';
import { Button, DecimalField, TextField } from '../../ui/index.ts';
import type { MembershipDraft, MembershipProblems } from './loyalty-draft.ts';

export interface MembershipFieldsProps {
  /** From one; for the ear. */
  readonly number: number;
  readonly draft: MembershipDraft;
  /** Null while nobody has tried to save. */
  readonly problems: MembershipProblems | null;
  readonly onChange: (draft: MembershipDraft) => void;
  readonly onRemove: () => void;
}

/** One kind of card. */
export function MembershipFields({ number, draft, problems, onChange, onRemove }: MembershipFieldsProps) {
  const { t } = useTranslate();
  const { name, tokenId, discountHundredths, cardPrefix } = draft;
  return (
    <fieldset className="membership" aria-label={t('loyalty.settings.one', { number })} data-testid="membership">
      <TextField
        label={t('loyalty.settings.name')}
        value={name}
        onChange={(typed) => {
          onChange({ ...draft, name: typed });
        }}
        problem={problems?.name ?? null}
      />
      <DecimalField
        label={t('loyalty.settings.percent')}
        decimals={2}
        value={discountHundredths}
        onChange={(figure) => {
          onChange({ ...draft, discountHundredths: figure });
        }}
        problem={problems?.percent ?? null}
      />
      <Button
        icon={Trash2}
        label={name.trim() === '' ? t('loyalty.settings.removeUnnamed') : t('loyalty.settings.remove', { name })}
        onPress={onRemove}
      >
        {null}
      </Button>
      <TextField
        label={t('loyalty.settings.tokenId')}
        hint={t('loyalty.settings.tokenIdHint')}
        value={tokenId}
        onChange={(typed) => {
          onChange({ ...draft, tokenId: typed });
        }}
        problem={problems?.tokenId ?? null}
      />
      <TextField
        label={t('loyalty.settings.prefix')}
        hint={t('loyalty.settings.prefixHint')}
        value={cardPrefix}
        onChange={(typed) => {
          onChange({ ...draft, cardPrefix: typed });
        }}
        problem={problems?.prefix ?? null}
      />
    </fieldset>
  );
}
