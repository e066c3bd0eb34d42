import { useSnapshot, useTranslate } from '../../store/index.ts';
import { Banner } from '../../ui/index.ts';
import { Facts } from './facts.tsx';

/** What this till is, and what it is not. */
export function AboutSection() {
  const { t } = useTranslate();
  const version = useSnapshot((snapshot) => snapshot.appVersion);
  const business = useSnapshot((snapshot) => snapshot.setup.business);
  const register = useSnapshot((snapshot) => snapshot.register);
  return (
    <>
      <p className="about__name">{t('settings.about.version', { version })}</p>
      <Banner tone="note">{t('settings.about.notCertified')}</Banner>
      <Facts
        facts={[
          [
            t('settings.about.shop'),
            [business.name, business.organisationNumber, ...business.address].filter((line) => line !== '').join(', '),
          ],
          [t('settings.about.register'), register],
        ]}
      />
      <div>
        <h2>{t('settings.about.data')}</h2>
        <p className="soft">{t('settings.about.dataWhat')}</p>
      </div>
      <p className="soft">{t('settings.about.licence')}</p>
    </>
  );
}
