import type { PrintJobView } from '../../../src/contract/index.ts';
import { sendIntent, useSnapshot, useTranslate } from '../../store/index.ts';
import { Banner, Button, ProblemBanner, Progress } from '../../ui/index.ts';

/** How the printing of one receipt goes; a failure has its name and its way out (till-features C7). */
export function PrintJobs({ receiptNumber }: { readonly receiptNumber: number }) {
  const jobs = useSnapshot((snapshot) => snapshot.printJobs);
  const mine = jobs.filter((job) => job.receiptNumber === receiptNumber && job.state !== 'done');
  return mine.map((job) => <PrintJob key={job.jobId} job={job} />);
}

function PrintJob({ job }: { readonly job: PrintJobView }) {
  const { t } = useTranslate();
  const retry = <Button onPress={() => void sendIntent({ kind: 'print.retry', jobId: job.jobId })}>{t('journal.printAgain')}</Button>;
  const abandon = (words: string) => (
    <Button kind="quiet" onPress={() => void sendIntent({ kind: 'print.abandon', jobId: job.jobId })}>
      {words}
    </Button>
  );
  switch (job.state) {
    case 'queued':
    case 'printing':
      return <Progress>{t(`journal.job.${job.state}`)}</Progress>;
    case 'failed': {
      const actions = (
        <>
          {retry}
          {abandon(t('journal.doNotPrint'))}
        </>
      );
      return <ProblemBanner problem={job.problem ?? { code: 'print.failed', params: { detail: '–' } }} tone="caution" actions={actions} />;
    }
    case 'unsure': {
      const actions = (
        <>
          {retry}
          {abandon(t('journal.itPrinted'))}
        </>
      );
      return <Banner tone="caution" title={t('journal.job.unsure')} actions={actions} />;
    }
    case 'done':
      return null;
  }
}
