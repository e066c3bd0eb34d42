import { ArrowLeft, FileBarChart } from 'lucide-react';
import { useState } from 'react';
import type { CloseRow } from '../../../../src/contract/index.ts';
import { LANGUAGES } from '../../../../src/language/language.ts';
import type { Language } from '../../../../src/language/language.ts';
import { REPORT_IDS } from '../../../../src/protocol/index.ts';
import type { ReportId } from '../../../../src/protocol/index.ts';
import { dateAndTime } from '../../../store/dates.ts';
import { useSnapshot } from '../../../store/snapshot-store.ts';
import { useAge } from '../../../store/use-age.ts';
import { useFormIntent, useIntent } from '../../../store/use-intent.ts';
import { useTranslate } from '../../../store/use-translate.ts';
import { Button, EmptyState, ProblemBanner, Progress, Select, TextField } from '../../../ui/index.ts';
import { asIntent, NO_PASSWORD, PasswordFields, useCloses } from '../close/index.ts';
import { REPORT_NAMES } from './report-names.ts';
import { ReportPage } from './report-page.tsx';
import './reports.css';

const OTHER = 'other';

/** Any of SEQR's reports of a period that was closed: which one on the left, what it says on the right. */
export function Reports({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslate();
  const closes = useCloses();
  return (
    <div className="reports">
      <header className="close-page__head">
        <Button kind="quiet" icon={ArrowLeft} onPress={onBack}>
          {t('day.history.back')}
        </Button>
        <h1>{t('day.reports.title')}</h1>
      </header>
      <div className="reports__sides">
        {closes === null ? <Progress>{t('journal.reading')}</Progress> : <ReportForm closes={closes} />}
        <Result />
      </div>
    </div>
  );
}

function ReportForm({ closes }: { readonly closes: readonly CloseRow[] }) {
  const { t, language: screen } = useTranslate();
  const kept = useSnapshot((snapshot) => snapshot.day.passwordKept);
  const isAsking = useSnapshot((snapshot) => snapshot.day.report?.state === 'asking');
  const [reportId, setReport] = useState<ReportId>('Reconciliation/STD_RECON_007.xml');
  const [period, setPeriod] = useState(closes.find(({ periodId: id }) => id !== null)?.periodId ?? OTHER);
  const [typed, setTyped] = useState('');
  const [language, setLanguage] = useState<Language>(screen);
  const [answer, setAnswer] = useState(NO_PASSWORD);
  const { send, pending, problem } = useFormIntent();
  const periodId = (period === OTHER ? typed : period).trim();
  const complete = periodId !== '' && (kept || answer.password !== '') && (!answer.keep || answer.pin.length >= 4);
  return (
    <form
      className="close-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (complete && !isAsking) void send({ kind: 'report.run', reportId, periodId, language, ...asIntent(answer) });
      }}
    >
      <p className="soft">{t('day.reports.what')}</p>
      <Select
        label={t('day.reports.which')}
        options={REPORT_IDS.map((id) => ({ value: id, label: t(`day.reports.name.${REPORT_NAMES[id]}`) }))}
        value={reportId}
        onChange={setReport}
      />
      <Select
        label={t('day.reports.period')}
        options={[
          ...closes.flatMap(({ number, periodId: id, doneAt }) =>
            id === null ? [] : [{ value: id, label: t('day.reports.periodOf', { number, when: dateAndTime(doneAt, screen) }) }],
          ),
          { value: OTHER, label: t('day.reports.otherPeriod') },
        ]}
        value={period}
        onChange={setPeriod}
        {...(closes.length === 0 ? { hint: t('day.reports.noPeriods') } : {})}
      />
      {period === OTHER && (
        <TextField label={t('day.reports.periodId')} value={typed} onChange={setTyped} maxLength={64} inputMode="numeric" />
      )}
      <Select
        label={t('day.reports.language')}
        options={LANGUAGES.map((each) => ({ value: each, label: t(`settings.language.${each}`) }))}
        value={language}
        onChange={setLanguage}
      />
      <PasswordFields value={answer} onChange={setAnswer} />
      {problem !== null && <ProblemBanner problem={problem} />}
      <div className="close-buttons">
        <Button type="submit" kind="primary" pending={pending || isAsking} disabled={!complete}>
          {t('day.reports.run')}
        </Button>
      </div>
    </form>
  );
}

function Result() {
  const { t } = useTranslate();
  const report = useSnapshot((snapshot) => snapshot.day.report);
  if (report === null) return <EmptyState icon={FileBarChart}>{t('day.reports.none')}</EmptyState>;
  switch (report.state) {
    case 'asking':
      return <Waiting tries={report.tries} forMs={report.forMs} />;
    case 'failed':
      return <div>{report.problem !== null && <ProblemBanner problem={report.problem} />}</div>;
    case 'ready':
      return <ReportPage revision={report.revision} />;
  }
}

function Waiting({ tries, forMs }: { readonly tries: number; readonly forMs: number }) {
  const { t } = useTranslate();
  const seconds = (useAge(forMs) ?? 0) / 1000;
  const { send } = useIntent();
  return (
    <div className="close-form">
      <Progress seconds={seconds}>{t('day.reports.waiting')}</Progress>
      {tries > 1 && <p className="soft">{t('day.step.tries', { tries })}</p>}
      <div className="close-buttons">
        <Button
          onPress={() => {
            void send({ kind: 'report.stop' });
          }}
        >
          {t('day.reports.stop')}
        </Button>
      </div>
    </div>
  );
}
