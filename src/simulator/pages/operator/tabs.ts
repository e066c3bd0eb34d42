import { byId } from '../shared/by-id.ts';
import { makeButton } from './make.ts';
import { texts } from './words.ts';

const TABS = ['messages', 'money', 'faults', 'switches', 'past'] as const;

/** The tabs on the right; the first is chosen. */
export function startTabs(): void {
  byId('tabs').append(
    ...TABS.map((tab) => {
      const button = makeButton(texts[tab], 'tab', () => choose(tab));
      button.dataset['tab'] = tab;
      return button;
    }),
  );
  choose('messages');
}

function choose(tab: string): void {
  document.body.dataset['tab'] = tab;
  for (const button of byId('tabs').children) {
    button.setAttribute('aria-pressed', String((button as HTMLElement).dataset['tab'] === tab));
  }
}
