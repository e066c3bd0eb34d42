import { RefreshCw } from 'lucide-react';
import { useIntent, useSnapshot, useTranslate } from '../../store/index.ts';
import { Banner, Button } from '../../ui/index.ts';
import { CheckLine } from '../day/check-line.tsx';
import '../day/day-screen.css';

/** Whether the till can sell, checked now (PF-11). */
export function HealthSection() {
  const { t } = useTranslate();
  const health = useSnapshot((snapshot) => snapshot.health);
  const good = health.length > 0 && health.every((item) => item.state === 'good');
  const checking = health.some((item) => item.state === 'checking');
  const toSubmit = useSnapshot((snapshot) => snapshot.receiptsToSubmit);
  const { send, pending } = useIntent();
  return (
    <>
      <p className="soft">{t('common.day.readyHint')}</p>
      {good && <Banner tone="good">{t('settings.health.allGood')}</Banner>}
      <ul>
        {health.map((item) => (
          <CheckLine key={item.check} item={item} />
        ))}
      </ul>
      {toSubmit > 0 && <p className="soft">{t('common.day.toSubmit', { count: toSubmit })}</p>}
      <div className="settings-buttons">
        <Button icon={RefreshCw} pending={pending || checking} onPress={() => void send({ kind: 'health.check' })}>
          {t('common.day.checkNow')}
        </Button>
      </div>
    </>
  );
}
