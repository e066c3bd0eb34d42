import type { LucideIcon } from 'lucide-react';

export interface IconProps {
  readonly of: LucideIcon;
  /** Pixels; the words beside it say what it means, so it is hidden from screen readers. */
  readonly size?: 16 | 20 | 24 | 32 | 48 | 64 | 96;
}

/** One icon of the one set (lucide). Never alone: a word or an accessible name goes with it. */
export function Icon({ of: Glyph, size = 20 }: IconProps) {
  return <Glyph aria-hidden="true" focusable="false" size={size} strokeWidth={size >= 48 ? 1.5 : 2} />;
}
