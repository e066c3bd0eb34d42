import { useRef } from 'react';
import type { ReactNode } from 'react';
import type { Problem } from '../../../src/text/index.ts';
import { useAge, useSnapshot, useTranslate } from '../../store/index.ts';
import { Button, ProblemBanner, Progress } from '../../ui/index.ts';
import './setup-page.css';

export interface SetupPageProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Null on the first page. */
  readonly onBack: (() => void) | null;
  readonly onContinue: () => void;
  /** The words on the one primary button; `Continue` if not given. Null: this page has none now. */
  readonly continueLabel?: string | null;
  /** The page's own intent is under way. */
  readonly pending: boolean;
  /** What is said while it is, if SEQR is not asked. */
  readonly pendingText?: string;
  readonly problem: Problem | null;
}

/** One question: its answer in the middle; what went wrong below it; Back and Continue always in the same place. */
export function SetupPage(props: SetupPageProps) {
  const { t } = useTranslate();
  const form = useRef<HTMLFormElement>(null);
  // SEQR may still be busy with what this page asked before the window was drawn anew.
  const busy = useSnapshot((snapshot) => snapshot.setup.busy !== null);
  const pending = props.pending || busy;
  const proceed = () => {
    props.onContinue();
    // After the fields have said what is wrong with them, the first of those is the place to go on.
    requestAnimationFrame(() => form.current?.querySelector<HTMLInputElement>('[data-invalid] input')?.focus());
  };
  return (
    <form
      ref={form}
      className="setup-page"
      aria-label={props.title}
      onSubmit={(event) => {
        event.preventDefault();
        if (props.continueLabel !== null && !pending) proceed();
      }}
    >
      <main className="setup-page__scroll">
        <h1 className="setup-page__title">{props.title}</h1>
        <div className="setup-page__answer">{props.children}</div>
        {props.problem !== null && !pending && <ProblemBanner problem={props.problem} />}
      </main>
      <footer className="setup-page__foot">
        {props.onBack !== null && (
          <Button onPress={props.onBack} disabled={pending} size="large">
            {t('setup.back')}
          </Button>
        )}
        <div className="setup-page__busy">
          <Busy fallback={props.pending ? (props.pendingText ?? t('setup.busy.saving')) : null} />
        </div>
        {props.continueLabel !== null && (
          <Button type="submit" kind="primary" size="large" pending={pending}>
            {props.continueLabel ?? t('setup.continue')}
          </Button>
        )}
      </footer>
    </form>
  );
}

/** What is under way with SEQR, and for how long. */
function Busy({ fallback }: { readonly fallback: string | null }) {
  const { t } = useTranslate();
  const busy = useSnapshot((snapshot) => snapshot.setup.busy);
  const age = useAge(busy?.forMs ?? null, 500);
  if (busy !== null) return <Progress seconds={(age ?? 0) / 1000}>{t(`setup.busy.${busy.what}`)}</Progress>;
  return fallback === null ? null : <Progress>{fallback}</Progress>;
}
