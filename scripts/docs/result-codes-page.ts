import type { Language } from '../../src/language/language.ts';
import { classify, handlingOf, issuersOf, OPERATIONS, PUBLISHED_CODES, RESULT_CODES } from '../../src/protocol/index.ts';
import type { Issuers, Operation, ResultCode } from '../../src/protocol/index.ts';
import { answerWords, translator } from '../../src/text/index.ts';

/* docs/result-codes.md, drawn from the table and the texts that the till itself uses. */

const INTRODUCTION = `# Result codes

Drawn by \`npm run docs\` from \`src/protocol/result-codes/table.ts\` and \`src/text/answer\`; a test fails when it is stale.

| how it is dealt with | meaning |
| --- | --- |
| done | carried out |
| retry | the same again, later, harms nobody and may work |
| configuration | registration, licence or version are mended first |
| final | it has been decided; only something else can be tried |
| unknown | it may have been carried out, and is not repeated by itself |
| no information | tells nothing; the next read of the payment's status does |

The word in brackets is Kassa's own, finer class. A number that is not here is a refusal that says so with its number.
What no operation is known to answer (*not stated*) or only other services of SEQR (*elsewhere*) is shown for every
operation, since a till has to say something sensible all the same.
`;

const ISSUERS: Readonly<Record<Extract<Issuers, string>, string>> = {
  every: 'every operation',
  identified: 'every operation but benchmarkingNop',
  unstated: 'not stated',
  elsewhere: 'elsewhere',
};

function issuersText(code: ResultCode): string {
  const issuers: Issuers = RESULT_CODES[code].issuedBy;
  return typeof issuers === 'string' ? ISSUERS[issuers] : issuers.join(', ');
}

/** A row for the operations that have it in common. */
interface Row {
  readonly operations: readonly Operation[];
  readonly cells: readonly string[];
}

function cellsOf(operation: Operation, code: number): readonly string[] {
  const handling = handlingOf(operation, code).replace('noInformation', 'no information');
  const words = (language: Language): string => {
    const { step } = answerWords(language, operation, code);
    return handling === 'done' ? '' : step;
  };
  return [`${handling} (${classify(operation, code)})`, words('en'), words('sv')];
}

function rowsOf(code: ResultCode): readonly Row[] {
  const rows: Row[] = [];
  for (const operation of issuersOf(code)) {
    const cells = cellsOf(operation, code);
    const same = rows.findIndex((row) => row.cells.join('|') === cells.join('|'));
    const before = rows[same];
    if (before) rows[same] = { ...before, operations: [...before.operations, operation] };
    else rows.push({ operations: [operation], cells });
  }
  return rows.sort((a, b) => b.operations.length - a.operations.length);
}

function operationsText(operations: readonly Operation[], isMost: boolean, all: readonly Operation[]): string {
  if (operations.length === all.length && all.length > 4) return 'all of them';
  return isMost && operations.length > 4 ? 'the others' : operations.join(', ');
}

function classTable(code: ResultCode): string {
  const all = issuersOf(code);
  const rows = rowsOf(code).map(
    ({ operations, cells }, index) => `| ${[operationsText(operations, index === 0, all), ...cells].join(' | ')} |`,
  );
  return ['| as the answer to | class | next step | nästa steg |', '| --- | --- | --- | --- |', ...rows, ''].join('\n');
}

const happened = (code: ResultCode, language: Language): string => translator(language)(`answer.happened.${code}`);
const isElsewhere = (code: ResultCode): boolean => RESULT_CODES[code].issuedBy === 'elsewhere';

function sectionOf(code: ResultCode): string {
  const words = `${happened(code, 'en')}. · *${happened(code, 'sv')}.*\n\n`;
  return `## ${code} ${RESULT_CODES[code].name}\n\n${code === 0 ? '' : words}Issued by: ${issuersText(code)}.\n\n${classTable(code)}`;
}

/** Those of other services, as many as are dealt with alike. */
function elsewhereSections(): readonly string[] {
  const groups = new Map<string, ResultCode[]>();
  for (const code of PUBLISHED_CODES.filter(isElsewhere)) groups.set(classTable(code), [...(groups.get(classTable(code)) ?? []), code]);
  return [...groups].map(([table, codes]) => {
    const rows = codes.map((code) => `| ${code} | ${RESULT_CODES[code].name} | ${happened(code, 'en')}. | ${happened(code, 'sv')}. |`);
    return [
      `## Elsewhere: ${codes.join(', ')}`,
      '',
      '| code | name | sentence | mening |',
      '| --- | --- | --- | --- |',
      ...rows,
      '',
      table,
    ].join('\n');
  });
}

/** What an answer means for the money, by operation. */
function meansTable(): string {
  const rows = OPERATIONS.flatMap((operation) => {
    const notDone = operation === 'getPaymentStatus' ? [] : [[operation, 'not done', `answer.means.notDone.${operation}`] as const];
    return [...notDone, [operation, 'cannot be told', `answer.means.open.${operation}`] as const];
  });
  return [
    '## What it means for the money',
    '',
    '| as the answer to | carried out? | sentence | mening |',
    '| --- | --- | --- | --- |',
    ...rows.map(([operation, outcome, key]) => `| ${operation} | ${outcome} | ${translator('en')(key)} | ${translator('sv')(key)} |`),
    '',
  ].join('\n');
}

/** The whole page. */
export function resultCodesPage(): string {
  const ours = PUBLISHED_CODES.filter((code) => !isElsewhere(code));
  return [INTRODUCTION, meansTable(), ...ours.map(sectionOf), ...elsewhereSections()].join('\n');
}
