import { useState } from 'react';
import { SETTINGS_SECTIONS, useSnapshot, useTranslate } from '../../store/index.ts';
import type { SettingsSection } from '../../store/index.ts';
import { AboutSection } from './about-section.tsx';
import { CashiersSection } from './cashiers-section.tsx';
import { DaySection } from './day-section.tsx';
import { HealthSection } from './health-section.tsx';
import { LoyaltySection } from './loyalty-section.tsx';
import { OwnerSection } from './owner-section.tsx';
import { PracticeSection } from './practice-section.tsx';
import { PrinterSection } from './printer-section.tsx';
import { ScreenSection } from './screen-section.tsx';
import { SectionList } from './section-list.tsx';
import { Section } from './section.tsx';
import { ShopSection } from './shop-section.tsx';
import { ShortcutsSection } from './shortcuts-section.tsx';
import { TabsSection } from './tabs-section.tsx';
import { TerminalSection } from './terminal-section.tsx';
import './settings.css';

export interface SettingsProps {
  /** The part it opens at; null: the first. */
  readonly section: SettingsSection | null;
}

/** Plain forms in sections; what is chosen holds at once. */
export function Settings({ section }: SettingsProps) {
  const { t } = useTranslate();
  const practice = useSnapshot((snapshot) => snapshot.mode === 'practice');
  const [name, setName] = useState<SettingsSection>(section ?? 'screen');
  const names = SETTINGS_SECTIONS.filter((each) => practice || each !== 'practice');
  return (
    <main className="settings">
      <aside className="settings__side">
        <SectionList names={names} value={name} onChange={setName} />
      </aside>
      <div className="settings__scroll">
        <Section title={t(`settings.sections.${name}`)} name={name}>
          <Body name={name} />
        </Section>
      </div>
    </main>
  );
}

function Body({ name }: { readonly name: SettingsSection }) {
  switch (name) {
    case 'screen':
      return <ScreenSection />;
    case 'printer':
      return <PrinterSection />;
    case 'shortcuts':
      return <ShortcutsSection />;
    case 'shop':
      return <ShopSection />;
    case 'cashiers':
      return <CashiersSection />;
    case 'owner':
      return <OwnerSection />;
    case 'loyalty':
      return <LoyaltySection />;
    case 'tabs':
      return <TabsSection />;
    case 'terminal':
      return <TerminalSection />;
    case 'day':
      return <DaySection />;
    case 'practice':
      return <PracticeSection />;
    case 'health':
      return <HealthSection />;
    case 'about':
      return <AboutSection />;
  }
}
