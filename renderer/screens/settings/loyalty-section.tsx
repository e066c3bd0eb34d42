import { CreditCard, Plus } from 'lucide-react';
import { useState } from 'react';
import { useCatalogue, useFormIntent, useSnapshot, useTranslate } from '../../store/index.ts';
import { Banner, Button, EmptyState, ProblemBanner, RadioGroup, TextField } from '../../ui/index.ts';
import { emptyMembership, loyaltyDraft, loyaltyOf, loyaltyProblems } from './loyalty-draft.ts';
import type { LoyaltyDraft, LoyaltyProblems, MembershipDraft } from './loyalty-draft.ts';
import { MembershipFields } from './membership-fields.tsx';
import { OwnerGate } from './owner-gate.tsx';

const ASKS = ['never', 'withCard', 'always'] as const;
/** What the contract takes. */
const MAX_MEMBERSHIPS = 20;

/** Which cards give a discount (protocol §5), behind the owner's PIN. */
export function LoyaltySection() {
  const { t } = useTranslate();
  return <OwnerGate what={t('loyalty.settings.what')}>{(pin) => <LoyaltyForm pin={pin} />}</OwnerGate>;
}

function LoyaltyForm({ pin }: { readonly pin: string }) {
  const { t } = useTranslate();
  const rules = useSnapshot((snapshot) => snapshot.loyalty);
  const products = useCatalogue((catalogue) => catalogue.products);
  const { send, pending, problem } = useFormIntent();
  const [draft, setDraft] = useState(() => loyaltyDraft(rules));
  const [outcome, setOutcome] = useState<'none' | 'wrong' | 'saved'>('none');
  const problems = loyaltyProblems(draft, products, t);
  const change = (part: Partial<LoyaltyDraft>) => {
    setDraft((before) => ({ ...before, ...part }));
    setOutcome((before) => (before === 'saved' ? 'none' : before));
  };
  const save = async () => {
    const next = loyaltyOf(draft, problems);
    if (next === null) return setOutcome('wrong');
    const result = await send({ kind: 'loyalty.change', pin, ...next });
    setOutcome(result.ok ? 'saved' : 'none');
  };
  const shown = outcome === 'wrong';
  const mended = loyaltyOf(draft, problems) !== null;
  return (
    <form
      className="settings-form settings-form--first"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <RadioGroup
        label={t('loyalty.settings.ask')}
        value={draft.acknowledgment}
        onChange={(acknowledgment) => {
          change({ acknowledgment });
        }}
        options={ASKS.map((value) => ({
          value,
          label: t(`loyalty.settings.asks.${value}`),
          hint: t(`loyalty.settings.asks.${value}What`),
        }))}
      />
      <Memberships
        memberships={draft.memberships}
        problems={shown ? problems.memberships : null}
        onChange={(memberships) => {
          change({ memberships });
        }}
      />
      <TextField
        lines={4}
        label={t('loyalty.settings.blockedCards')}
        hint={t('loyalty.settings.blockedHint')}
        value={draft.blocked}
        onChange={(blocked) => {
          change({ blocked });
        }}
        problem={shown ? problems.blocked : null}
      />
      {shown && !mended && <Banner tone="caution">{t('loyalty.settings.problem.notSaved')}</Banner>}
      {problem !== null && <ProblemBanner problem={problem} />}
      {outcome === 'saved' && problem === null && <Banner tone="good">{t('settings.saved')}</Banner>}
      <Button type="submit" kind="primary" pending={pending}>
        {t('loyalty.settings.save')}
      </Button>
    </form>
  );
}

interface MembershipsProps {
  readonly memberships: readonly MembershipDraft[];
  /** One for each; null while nobody has tried to save. */
  readonly problems: LoyaltyProblems['memberships'] | null;
  readonly onChange: (memberships: readonly MembershipDraft[]) => void;
}

/** The kinds of cards, one below the other. */
function Memberships({ memberships, problems, onChange }: MembershipsProps) {
  const { t } = useTranslate();
  return (
    <>
      <h2>{t('loyalty.settings.memberships')}</h2>
      {memberships.length === 0 && <EmptyState icon={CreditCard}>{t('loyalty.settings.empty')}</EmptyState>}
      {memberships.map((each, index) => (
        <MembershipFields
          key={each.key}
          number={index + 1}
          draft={each}
          problems={problems?.[index] ?? null}
          onChange={(changed) => {
            onChange(memberships.map((other) => (other.key === changed.key ? changed : other)));
          }}
          onRemove={() => {
            onChange(memberships.filter((other) => other !== each));
          }}
        />
      ))}
      <Button
        icon={Plus}
        disabled={memberships.length >= MAX_MEMBERSHIPS}
        onPress={() => {
          onChange([...memberships, emptyMembership(memberships)]);
        }}
      >
        {t('loyalty.settings.add')}
      </Button>
    </>
  );
}
