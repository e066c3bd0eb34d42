import type { Mutation } from './mutation.ts';

/* What could be wrong with money, each once. Where the code changes, its text here has to follow: the run says which. */

const READS: readonly Mutation[] = [
  {
    name: 'the poll stops while the 30 s question is up',
    file: 'src/payment/moments.ts',
    text: "return state.kind === 'live' || state.kind === 'paid';\n}\n\n/** A cancel is wished.",
    instead:
      "if (state.kind === 'live' && !state.cancelWished && watch.lastGoodMs !== null && watch.lastGoodMs - watch.waitingFromMs >= 30_000) return false;\n  return state.kind === 'live' || state.kind === 'paid';\n}\n\n/** A cancel is wished.",
  },
  {
    name: 'no read after PAID',
    file: 'src/payment/moments.ts',
    text: "return state.kind === 'live' || state.kind === 'paid';\n}\n\n/** A cancel is wished.",
    instead: "return state.kind === 'live';\n}\n\n/** A cancel is wished.",
  },
  {
    name: 'a tab in doubt is not asked about',
    file: 'src/payment/moments.ts',
    text: "return state.phase !== 'held' || watch.checkWanted;",
    instead: "return (state.phase !== 'held' && state.doubt === undefined) || watch.checkWanted;",
  },
  {
    name: 'what is set aside is not asked about',
    file: 'src/payment/moments.ts',
    text: "return state.kind === 'live' || state.kind === 'paid';\n}\n\n/** A cancel is wished.",
    instead: "return (state.kind === 'live' && !state.setAside) || state.kind === 'paid';\n}\n\n/** A cancel is wished.",
  },
  {
    name: 'a reference is asked about before it is on disk',
    file: 'src/till/payments/due.ts',
    text: 'if (polled && referenceOf(holding.shown.state) === null) return null;',
    instead: '',
  },
  {
    name: 'the poll waits for the next minute after one that failed',
    file: 'src/payment/watch.ts',
    text: 'call.endedMs + TIMING.pollAgainMs',
    instead: 'call.endedMs + 60_000',
  },
  {
    name: 'a restart does not ask',
    file: 'src/till/payments/resuming.ts',
    text: '      for (const record of journal.attemptsInPlay()) if (!holdings.has(record.facts.id)) takeUp(record);\n',
    instead: '',
  },
];

/** What a crash in the middle of a pay-out may do to a payment that waits at the same time. */
const HALF_DONE: readonly Mutation[] = [
  {
    name: 'a pay-out that a start finds half-done keeps the reading of open payments from beginning',
    file: 'src/till/session.ts',
    text: '      desk.start();\n      prints.start();\n',
    instead: '      if (journal.unresolvedDisbursements().length === 0) desk.start();\n      prints.start();\n',
  },
  {
    name: 'a pay-out that a start finds half-done ends the reading of open payments',
    file: 'src/till/session.ts',
    text: '      disbursement.start();\n',
    instead: '      disbursement.start();\n      if (disbursement.unresolved().length > 0) desk.stop();\n',
  },
];

const STATUS: readonly Mutation[] = [
  {
    name: 'PAID is dropped for its version',
    file: 'src/payment/step-answer.ts',
    text: "return ok && answer.value.status !== 'PAID' && answer.value.version < state.version;",
    instead: 'return ok && answer.value.version <= state.version;',
  },
  {
    name: 'what SEQR says after PAID is not heard',
    file: 'src/payment/step-paid.ts',
    text: "    case 'CANCELED':\n    case 'FAILED':\n    case 'EXPIRED':\n      return takenBack(state, value.status);",
    instead: "    case 'CANCELED':\n    case 'FAILED':\n    case 'EXPIRED':\n    case 'RESERVED':\n      return { state, alarms: [] };",
  },
  {
    name: 'a stale RESERVED is believed',
    file: 'src/payment/step-tab.ts',
    text: 'const next = afterCalls ? afterAllCalls(state) : state;',
    instead: "const next: Reserved = { ...state, phase: 'held' };",
  },
  {
    name: 'a cancel is trusted without a read',
    file: 'src/till/payments/calls.ts',
    text: "          deps.log('cancelInvoice', { attempt: facts.correlationId, ...answerSummary(answer) });\n",
    instead:
      "          if (answer.kind === 'answered' && answer.resultCode === 0) { const said = { ...answer, ersReference: null, value: { status: 'CANCELED', version: 99, receipt: null, customerTokens: [] } }; writer.apply(holding, { kind: 'statusAnswered', answer: said, afterCalls: true }, {}); }\n",
  },
  {
    name: 'PAID takes the time that ran out for the end',
    file: 'src/payment/step.ts',
    text: 'return isWatched(state) && !state.contactLost ? { ...state, contactLost: true } : state;',
    instead:
      "return state.kind === 'live' ? { kind: 'cancelled', invoiceReference: state.invoiceReference, contactLost: true, askedHere: false } : state;",
  },
  {
    name: 'a good answer under HTTP 500 is accepted',
    file: 'src/seqr/read-answer.ts',
    text: 'if (answer.statusCode === 200) return openAnswer(operation, answer.text);',
    instead: 'if (answer.statusCode === 200 || answer.statusCode === 500) return openAnswer(operation, answer.text);',
  },
  {
    name: 'what SEQR took back raises no alarm',
    file: 'src/payment/step-paid.ts',
    text: "alarms: [{ kind: 'reversedAfterPaid', seqrSaid }] };",
    instead: 'alarms: [] };',
  },
  {
    name: 'an unknown status is taken for paid',
    file: 'src/payment/step-answer.ts',
    text: "const saysPaid = meaning === 'ok' && value.status === 'PAID';",
    instead: "const saysPaid = meaning === 'ok' && (value.status === 'PAID' || value.status === 'PARTIALLY_PAID');",
  },
  {
    name: 'the older of two doubts is what was paid',
    file: 'src/payment/step-paid.ts',
    text: 'const paid = ofAmount.find((terms) => terms === ofRows) ?? ofAmount[0];',
    instead: 'const paid = candidates.at(-1);',
  },
];

const SENDING: readonly Mutation[] = [
  {
    name: 'the invoice is sent again after a lost answer',
    file: 'src/till/payments/calls.ts',
    text: "          writer.apply(holding, { kind: 'sendAnswered', answer }, answerSummary(answer));\n",
    instead:
      "          if (answer.kind === 'noAnswer') line.ask(facts, (service, context) => service.sendInvoice(context, deps.invoiceFor(facts, terms), terms.tokens), () => undefined);\n          writer.apply(holding, { kind: 'sendAnswered', answer }, answerSummary(answer));\n",
  },
  {
    name: 'the invoice is sent before it is on disk',
    file: 'src/till/payments/beginning.ts',
    text: '    const record = newRecord(facts);\n',
    instead:
      '    const record = newRecord(facts);\n    asking.send(hold(record, startWatch(clock.monotonicMs(), { restarted: false, heardNow: false }), clock.wallMs()));\n',
  },
  {
    name: 'no answer to an invoice means that it was not sent',
    file: 'src/payment/step-answer.ts',
    text: "if (answer.kind === 'noAnswer') return sendUnknown(state);",
    instead: "if (answer.kind === 'noAnswer') return { kind: 'notSent' };",
  },
  {
    name: 'a late answer to an invoice is not heard',
    file: 'src/payment/step-answer.ts',
    text: "if (state.kind !== 'sending' && state.kind !== 'sendUnknown') return state;",
    instead: "if (state.kind !== 'sending') return state;",
  },
  {
    name: 'a half-done invoice is taken for one that was never sent',
    file: 'src/payment/step-restart.ts',
    text: "      return { kind: 'sendUnknown', saysPaid: false };",
    instead: "      return { kind: 'notSent' };",
  },
  {
    name: 'a doubtful commit is not repeated',
    file: 'src/payment/moments.ts',
    text: 'return state.doubt?.commit !== true || (isRepeated(watch, nowMs) && watch.nextCommitMs <= nowMs);',
    instead: 'return state.doubt?.commit !== true;',
  },
  {
    name: 'a commit without an answer is taken for refused',
    file: 'src/payment/step-change.ts',
    text: "if (answer.kind === 'noAnswer') return { ...withTabDoubt(state, 'commit'), lastCommit: { kind: 'unsure' } };",
    instead: "if (answer.kind === 'noAnswer') return { ...state, phase: 'held', lastCommit: { kind: 'unsure' } };",
  },
  {
    name: 'an update without an answer leaves no doubt',
    file: 'src/payment/step-change.ts',
    text: '    doubts: withDoubt(state.doubts, asked),\n',
    instead: '',
  },
  {
    name: 'a window that is late is obeyed',
    file: 'src/till/payments/charging.ts',
    text: "if (open.revision !== revision) return refuse('stale');",
    instead: '',
  },
];

const DISK: readonly Mutation[] = [
  {
    name: 'PAID is shown before it is on disk',
    file: 'src/till/payments/showing.ts',
    text: 'recorded: holding.unwritten === null,',
    instead: 'recorded: true,',
  },
  {
    name: 'the rows of a payment that ended are forgotten',
    file: 'src/till/payments/to-write.ts',
    text: 'const unpaid = ended ? deps.unpaidRows(record) : null;',
    instead: 'const unpaid = null as ReturnType<typeof deps.unpaidRows>;',
  },
  {
    name: 'PAID empties the counter, whatever lies there',
    file: 'src/till/payments/session-desk.ts',
    text: 'return { slots: counter.replacedBy(rest), alarms };',
    instead: 'return { slots: counter.replacedBy(null), alarms };',
  },
  {
    name: 'a paid sale stays on the counter',
    file: 'src/till/payments/session-desk.ts',
    text: 'if (JSON.stringify(open) === JSON.stringify(paid)) return { slots: counter.replacedBy(null), alarms: [] };',
    instead: 'if (JSON.stringify(open) === JSON.stringify(paid)) return { slots: undefined, alarms: [] };',
  },
  {
    name: 'what the disk refused is not tried again',
    file: 'src/till/durable.ts',
    text: '    withdraw(subject);\n    if (stopped) return;\n',
    instead: '    withdraw(subject);\n    if (stopped || subject !== "") return;\n',
  },
  {
    name: 'practice is left before the settings say so',
    file: 'src/till/mode.ts',
    text: '    const isSaved = settings.save({ ...patch, mode });\n',
    instead:
      "    if (mode === 'unset' || mode === 'live') current.replace(null);\n    const isSaved = settings.save({ ...patch, mode });\n",
  },
  {
    name: 'what SEQR granted and the settings refused is owed for ever',
    file: 'src/till/right-of-way.ts',
    text: '      owed = [...owed, save];\n      payLater();\n',
    instead: '      owed = [...owed, save];\n',
  },
  {
    name: 'a tab that is put away loses what was rung up',
    file: 'src/till/payments/tabs.ts',
    text: "return kept.ok ? counter.put(null, 'tab.kept', record.facts.sale.id) : kept;",
    instead: "counter.put(null, 'tab.kept', record.facts.sale.id); return kept;",
  },
  {
    name: 'what was set aside gives no rows back',
    file: 'src/payment/unpaid.ts',
    text: 'return state.setAside ? { unpaid: state.terms, ...aside } : {};',
    instead: 'return {};',
  },
];

const OUTGOING: readonly Mutation[] = [
  {
    name: 'a refund without an answer was not done',
    file: 'src/disbursement/step.ts',
    text: "    case 'noAnswer':\n      return { kind: 'unknown' };",
    instead: "    case 'noAnswer':\n      return { kind: 'notSent' };",
  },
  {
    name: 'a half-done refund was not done',
    file: 'src/disbursement/step.ts',
    text: "return state.kind === 'sending' ? { kind: 'unknown' } : state;",
    instead: "return state.kind === 'sending' ? { kind: 'notSent' } : state;",
  },
  {
    name: 'an answer that says nothing of a refund is a no',
    file: 'src/disbursement/step.ts',
    text: "    case 'noInformation':\n    case 'cancelled':",
    instead: "    case 'noInformation':\n      return { kind: 'refused', resultCode };\n    case 'cancelled':",
  },
  {
    name: 'absence is proof in the same period',
    file: 'src/day/resolve.ts',
    text: 'const isLate = ({ index, openedMs }: Period): boolean =>\n',
    instead: 'const isLate = ({ index, openedMs }: Period): boolean => true ||\n',
  },
  {
    name: 'the same refund is sent twice',
    file: 'src/till/refunds/disbursement-desk.ts',
    text: '    void ask(holding.record.facts, deps).then((answer) => {\n',
    instead: '    void ask(holding.record.facts, deps);\n    void ask(holding.record.facts, deps).then((answer) => {\n',
  },
];

/** Each has to fall to the model. */
export const MUTATIONS: readonly Mutation[] = [...READS, ...HALF_DONE, ...STATUS, ...SENDING, ...DISK, ...OUTGOING];
