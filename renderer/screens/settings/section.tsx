import type { ReactNode } from 'react';
import type { SettingsSection } from '../../store/index.ts';

export interface SectionProps {
  readonly title: string;
  readonly name: SettingsSection;
  readonly children: ReactNode;
}

export function Section({ title, name, children }: SectionProps) {
  return (
    <section className="settings-section" aria-labelledby={`settings-${name}`} data-testid="settings-section" data-section={name}>
      <h1 id={`settings-${name}`}>{title}</h1>
      {children}
    </section>
  );
}
