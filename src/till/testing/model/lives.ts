import type { Clock } from '../../../clock/clock.ts';

/** One run of Kassa, monotonic ms. */
export interface Life {
  readonly fromMs: number;
  /** Null: it runs. */
  readonly toMs: number | null;
  /** Since when it could know its terminals' passwords; null: not yet. */
  readonly passwordsFromMs: number | null;
  /** It began without settings: the passwords of all terminals from before are lost. */
  readonly lostSettings: boolean;
}

/** Every run of Kassa on one machine, by its number from 1 on. What has ended reaches nothing any more. */
export interface Lives {
  /** @returns its number */
  begin(found: { readonly hasPasswords: boolean; readonly lostSettings: boolean }): number;
  end(number: number): void;
  isGone(number: number): boolean;
  /** The keychain has given it a password. */
  openedPassword(number: number): void;
  all(): readonly Life[];
}

export function createLives(clock: Pick<Clock, 'monotonicMs'>): Lives {
  const lives: Life[] = [];

  function change(number: number, change: Partial<Life>): void {
    const life = lives[number - 1];
    if (life !== undefined) lives[number - 1] = { ...life, ...change };
  }

  return {
    begin({ hasPasswords, lostSettings }) {
      const fromMs = clock.monotonicMs();
      lives.push({ fromMs, toMs: null, passwordsFromMs: hasPasswords ? fromMs : null, lostSettings });
      return lives.length;
    },
    end(number) {
      if (lives[number - 1]?.toMs === null) change(number, { toMs: clock.monotonicMs() });
    },
    isGone: (number) => lives[number - 1]?.toMs !== null,
    openedPassword(number) {
      if (lives[number - 1]?.passwordsFromMs === null) change(number, { passwordsFromMs: clock.monotonicMs() });
    },
    all: () => lives,
  };
}
