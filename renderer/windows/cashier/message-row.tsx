import { X } from 'lucide-react';
import { useEffect } from 'react';
import { dismissMessage, useMessages } from '../../store/messages.ts';
import type { Message } from '../../store/messages.ts';
import { sendIntent } from '../../store/send-intent.ts';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Banner, Button, ProblemBanner } from '../../ui/index.ts';
import './message-row.css';

/** A problem stays long enough to be read twice; a note, once. */
const PROBLEM_STAYS_MS = 12_000;
const NOTE_STAYS_MS = 5_000;

/** What a press or a scan led to, and what went wrong outside a payment; read out as well as shown. */
export function MessageRow() {
  const { t } = useTranslate();
  const message = useMessages((state) => state.message);
  const announcement = useMessages((state) => state.announcement);
  const notice = useSnapshot((snapshot) => snapshot.notices.at(-1) ?? null);
  useEffect(() => {
    if (message === null) return undefined;
    const timer = setTimeout(dismissMessage, message.content.kind === 'problem' ? PROBLEM_STAYS_MS : NOTE_STAYS_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [message]);
  return (
    <>
      <div className="message-row" role="region" aria-label={t('common.message.region')} data-testid="messages">
        {message !== null && <MessageBanner key={message.id} message={message} />}
        {message === null && notice !== null && (
          <ProblemBanner
            problem={notice.problem}
            actions={
              <Button
                onPress={() => {
                  void sendIntent({ kind: 'notice.dismiss', noticeId: notice.id });
                }}
              >
                {t('common.message.read')}
              </Button>
            }
          />
        )}
      </div>
      <p className="sr-only" aria-live="polite" data-testid="announcement">
        {announcement}
      </p>
    </>
  );
}

function MessageBanner({ message: { content } }: { readonly message: Message }) {
  const { t } = useTranslate();
  const close = (
    <Button kind="quiet" icon={X} label={t('common.close')} onPress={dismissMessage}>
      {null}
    </Button>
  );
  if (content.kind === 'problem') return <ProblemBanner problem={content.problem} actions={close} />;
  return <Banner tone={content.kind} title={content.text} actions={close} />;
}
