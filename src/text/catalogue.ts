import { answer } from './answer.ts';
import { changing } from './changing.ts';
import { claim } from './claim.ts';
import { common } from './common.ts';
import { core } from './core.ts';
import { day } from './day.ts';
import { disbursement } from './disbursement.ts';
import { journal } from './journal.ts';
import { loyalty } from './loyalty.ts';
import { payment } from './payment.ts';
import { problem } from './problem.ts';
import { sale } from './sale.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';
import { shell } from './shell.ts';
import { tab } from './tab.ts';
import { unresolved } from './unresolved.ts';

/** The one catalogue, for windows and core alike. */
export const TEXTS = {
  en: {
    common: common.en,
    changing: changing.en,
    claim: claim.en,
    loyalty: loyalty.en,
    tab: tab.en,
    core: core.en,
    day: day.en,
    payment: payment.en,
    unresolved: unresolved.en,
    disbursement: disbursement.en,
    sale: sale.en,
    setup: setup.en,
    answer: answer.en,
    journal: journal.en,
    settings: settings.en,
    problem: problem.en,
    shell: shell.en,
  },
  sv: {
    common: common.sv,
    changing: changing.sv,
    claim: claim.sv,
    loyalty: loyalty.sv,
    tab: tab.sv,
    core: core.sv,
    day: day.sv,
    payment: payment.sv,
    unresolved: unresolved.sv,
    disbursement: disbursement.sv,
    sale: sale.sv,
    setup: setup.sv,
    answer: answer.sv,
    journal: journal.sv,
    settings: settings.sv,
    problem: problem.sv,
    shell: shell.sv,
  },
} as const;
