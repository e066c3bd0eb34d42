import { z } from 'zod';
import { RESERVATION_MODES } from '../protocol/index.ts';

/*
 * Rules of the shop that the owner sets: which cards it honours, and how its tabs are reserved. One schema for the
 * intent that changes them, the settings file that keeps them, and the snapshot that shows them.
 */

/** Most kinds of card, and most blocked cards: every snapshot carries them to every window. */
const MAX_MEMBERSHIPS = 20;
const MAX_BLOCKED = 1_000;

export const loyaltySchema = z.object({
  /** Whether SEQR asks the till once it knows the customer: never, only when the phone has a card, or always (protocol §5). */
  acknowledgment: z.enum(['never', 'withCard', 'always']),
  memberships: z
    .array(
      z.object({
        tokenId: z.string().trim().min(1).max(64),
        name: z.string().trim().min(1).max(40),
        /** Hundredths of a percent; at most 99 %, because something has to be left to pay. */
        discountHundredths: z.int().min(0).max(9_900),
        cardPrefix: z
          .string()
          .max(20)
          .regex(/^[0-9A-Za-z]{0,20}$/),
      }),
    )
    .max(MAX_MEMBERSHIPS),
  blockedCards: z.array(z.string().trim().min(1).max(64)).max(MAX_BLOCKED),
});
export type LoyaltyView = z.infer<typeof loyaltySchema>;

export const tabsSchema = z.object({
  mode: z.enum(RESERVATION_MODES),
  /** How long SEQR keeps the money: `commitReservationTimeout`, here in minutes; at most a day. */
  minutes: z.int().min(1).max(1_440),
  /** Other payments may be taken while a tab is open, though SEQR may let them cancel it (PF-29). */
  salesWithTab: z.boolean(),
});
export type TabRulesView = z.infer<typeof tabsSchema>;
