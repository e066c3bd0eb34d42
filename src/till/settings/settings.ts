import { z } from 'zod';
import { vatRatesOn } from '../../catalogue/index.ts';
import { SETUP_STEPS } from '../../contract/setup-view.ts';
import { loyaltySchema, tabsSchema } from '../../contract/shop-rules.ts';
import type { LoyaltyView, TabRulesView } from '../../contract/shop-rules.ts';
import { SHORTCUT_ACTIONS } from '../../contract/shortcut-actions.ts';
import type { Preferences } from '../../contract/snapshot.ts';
import { CURRENCIES } from '../../money/index.ts';
import { WIRE_FORMS } from '../../protocol/index.ts';

/*
 * What is stored between runs, beside the journal: never money, and secrets only sealed. Checked when it is read
 * (parse-settings.ts), so that a damaged or older file gives defaults with a word about it, never a till that does not start.
 */

const currency = z.enum(CURRENCIES);
const language = z.enum(['en', 'sv']);

const preferencesSchema = z.object({
  language: language.default('en'),
  receiptLanguage: language.default('sv'),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  sounds: z.object({ scan: z.boolean(), paid: z.boolean(), attention: z.boolean() }).default({ scan: true, paid: true, attention: true }),
  printer: z
    .object({ deviceName: z.string().nullable(), paper: z.enum(['80mm', '58mm', 'A4']) })
    .default({ deviceName: null, paper: '80mm' }),
  /** What older Kassas took beside the actions that there are is left out. */
  shortcuts: z.record(z.string(), z.string()).default({}).transform(onlyActions),
  qrSource: z.enum(['terminal', 'invoice']).default('terminal'),
  clientReferenceTemplate: z.string().max(32).default(WIRE_FORMS.api.clientReferenceTemplate),
  clientId: z.string().min(1).max(80).default(WIRE_FORMS.api.clientId),
});

function onlyActions(shortcuts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    SHORTCUT_ACTIONS.flatMap((action) => {
      const combo = shortcuts[action];
      return combo === undefined || combo.length > 40 ? [] : [[action, combo] as const];
    }),
  );
}

/** A password that went into a registration; kept until nobody can need it any more (PF-24). */
const terminalSecretSchema = z.object({
  terminalId: z.string(),
  endpoint: z.string(),
  sealedPassword: z.string(),
});

/** Whether SEQR asks the till about cards, and which ones the shop honours (protocol §5). */
const NO_LOYALTY: LoyaltyView = { acknowledgment: 'never', memberships: [], blockedCards: [] };
/** Two hours are longer than a meal and shorter than an evening. */
const DEFAULT_TABS: TabRulesView = { mode: 'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT', minutes: 120, salesWithTab: false };

const secretHash = z.object({ salt: z.string(), hash: z.string() });
const UNREADABLE = { salt: '', hash: '' };
/** More than anybody has free. */
const MANY_TRIES = 99;

const profileSchema = z.object({
  done: z.boolean().default(false),
  step: z.enum(SETUP_STEPS).default('service'),
  completed: z.array(z.enum(SETUP_STEPS)).default([]),
  /** `simulator`, a checked URL, or null while none was chosen. */
  endpoint: z.string().nullable().default(null),
  provedInMs: z.number().nullable().default(null),
  business: z
    .object({
      name: z.string(),
      organisationNumber: z.string(),
      address: z.array(z.string()),
      currency,
      vatRates: z.array(z.number()),
      defaultVatRate: z.number(),
    })
    .nullable()
    .default(null),
  /** One that cannot be read matches no PIN, and makes nobody the owner. */
  ownerPin: secretHash.nullable().default(null).catch(UNREADABLE),
  /** Of the recovery code. */
  ownerRecovery: secretHash.nullable().default(null).catch(null),
  /** Wrong tries since the last right one. */
  ownerTries: z.int().min(0).default(0).catch(MANY_TRIES),
  /** What the journal has to be told about the PIN once it is open. */
  ownerEvents: z
    .array(
      z.object({
        what: z.enum(['refused', 'changed', 'recovered']),
        at: z.string(),
        body: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
    )
    .default([])
    .catch([]),
  cashiers: z.array(z.object({ number: z.string(), name: z.string() })).default([]),
  cashierNumber: z.string().nullable().default(null),
  reseller: z.object({ id: z.string(), userId: z.string() }).nullable().default(null),
  /** The reseller's password, if the owner chose to keep it for closing the day; sent to no other service. */
  resellerSecret: z
    .object({
      sealedPassword: z.string(),
      /** The service that it was given for; null: of before that was written down. */
      endpoint: z.string().nullable().default(null),
    })
    .nullable()
    .default(null),
  /** Whose period a close of day ends: this terminal's, or with one master register the shop's (protocol §10). */
  closeScope: z.enum(['terminal', 'shop']).default('terminal'),
  /** How many hours after it was sent a period has to begin that can prove a refund not to have been carried out (PF-14). */
  absenceHours: z
    .int()
    .min(24)
    .max(24 * 90)
    .default(72),
  /** Passwords may be stored though this system protects them badly. */
  secretsConsent: z.boolean().default(false),
  terminal: z.object({ name: z.string(), externalTerminalId: z.string(), terminalId: z.string().nullable() }).nullable().default(null),
  seqrId: z.string().nullable().default(null),
  /** Every terminal this till has registered and still has the password of; the last is the present one. */
  terminalSecrets: z.array(terminalSecretSchema).default([]),
  /** A registration whose answer never came: SEQR may have a terminal that nobody uses. Not forgotten. */
  lostRegistrations: z.array(z.object({ externalTerminalId: z.string(), at: z.string() })).default([]),
  testPaid: z.boolean().default(false),
  loyalty: loyaltySchema.default(NO_LOYALTY),
  tabs: tabsSchema.default(DEFAULT_TABS),
});
export type Profile = z.infer<typeof profileSchema>;
export type Business = NonNullable<Profile['business']>;

export const settingsSchema = z.object({
  preferences: preferencesSchema.prefault({}),
  /** Which of the two is in use; each has its own journal (PF-23). */
  mode: z.enum(['unset', 'practice', 'live']).default('unset'),
  practice: profileSchema.prefault({}),
  live: profileSchema.prefault({}),
});
export type Settings = z.infer<typeof settingsSchema> & { readonly preferences: Preferences };

/** What the wizard proposes: Sweden's rates of the day (till-features, Numbers). */
export function defaultBusiness(todayIso: string): Business {
  const vatRates = [...vatRatesOn(todayIso, 'SE')];
  return { name: '', organisationNumber: '', address: [], currency: 'SEK', vatRates, defaultVatRate: vatRates[0] ?? 0 };
}

/** The words of a fresh practice till, so that two clicks suffice to sell. */
export function practiceBusiness(todayIso: string): Business {
  return {
    ...defaultBusiness(todayIso),
    name: 'Kassa Practice Shop',
    organisationNumber: '556000-0000',
    address: ['Practice Street 1', '111 22 Stockholm'],
  };
}

/** Practice honours one kind of card, the one that the simulator's customers carry, so that it can be tried at once. */
export function practiceLoyalty(name: string): LoyaltyView {
  return {
    acknowledgment: 'withCard',
    memberships: [{ tokenId: 'KASSA_CLUB', name, discountHundredths: 1_000, cardPrefix: '9752' }],
    blockedCards: [],
  };
}

/** Who is at the till; null while no cashier has been named. */
export function presentCashier({ cashiers, cashierNumber }: Profile): Profile['cashiers'][number] | null {
  return cashiers.find((known) => known.number === cashierNumber) ?? cashiers[0] ?? null;
}

/** The terminal that speaks to SEQR now; null: none is registered. */
export function presentTerminal({ endpoint, terminal }: Profile): { readonly endpoint: string; readonly terminalId: string } | null {
  return endpoint === null || terminal?.terminalId == null ? null : { endpoint, terminalId: terminal.terminalId };
}

/** The settings of the mode in use. `save` is durable when it returns true; false: the disk refused, nothing changed. */
export interface ProfileStore {
  get(): Profile;
  save(patch: Partial<Profile>): boolean;
}
