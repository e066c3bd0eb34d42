import { Printer } from 'lucide-react';
import type { PrintJobView } from '../../../src/contract/index.ts';
import { problemText } from '../../../src/text/index.ts';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { useIntent } from '../../store/use-intent.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { splitProblem } from '../../ui/banner.tsx';
import { Button, ProblemBanner } from '../../ui/index.ts';

/** What became of the paper: under way, done, or what went wrong and how to try again (C7: never silence). */
export function PaidPaper({ receiptNumber }: { readonly receiptNumber: number | null }) {
  const { t } = useTranslate();
  const jobs = useSnapshot((snapshot) => snapshot.printJobs);
  const printerChosen = useSnapshot((snapshot) => snapshot.preferences.printer.deviceName !== null);
  const { send, pending } = useIntent();
  if (receiptNumber === null) return <span className="paid__paper" />;
  const job = jobs.findLast((each) => each.receiptNumber === receiptNumber);
  const receipt = t('payment.cashier.receiptNumber', { number: receiptNumber });
  if (job?.state === 'failed') return <FailedJob job={job} receipt={receipt} />;
  const busy = job?.state === 'queued' || job?.state === 'printing';
  return (
    <>
      <p className="paid__paper" role="status" data-testid="paper" data-state={job?.state ?? 'none'}>
        {`${receipt} · ${paperWords(job, printerChosen, t)}`}
      </p>
      <Button
        size="large"
        icon={Printer}
        pending={pending}
        disabled={busy}
        onPress={() => {
          void send({ kind: 'receipt.print', number: receiptNumber });
        }}
      >
        {t('payment.action.printAgain')}
      </Button>
    </>
  );
}

function paperWords(job: PrintJobView | undefined, printerChosen: boolean, t: ReturnType<typeof useTranslate>['t']): string {
  if (job === undefined) return t(printerChosen ? 'sale.after.printing' : 'sale.after.noPrinter');
  if (job.state === 'done') return t('sale.after.printed');
  return t(job.state === 'unsure' ? 'sale.after.unsure' : 'sale.after.printing');
}

function FailedJob({ job, receipt }: { readonly job: PrintJobView; readonly receipt: string }) {
  const { t, language } = useTranslate();
  const { send, pending } = useIntent();
  const actions = (
    <>
      <Button
        icon={Printer}
        pending={pending}
        onPress={() => {
          void send({ kind: 'print.retry', jobId: job.jobId });
        }}
      >
        {t('sale.after.retry')}
      </Button>
      <Button
        pending={pending}
        onPress={() => {
          void send({ kind: 'print.abandon', jobId: job.jobId });
        }}
      >
        {t('sale.after.abandon')}
      </Button>
    </>
  );
  const problem = job.problem ?? { code: 'print.failed', params: { detail: receipt } };
  return (
    <div className="paid__paper" data-testid="paper" data-state="failed" aria-label={splitProblem(problemText(language, problem)).title}>
      <ProblemBanner tone="caution" problem={problem} actions={actions} />
    </div>
  );
}
