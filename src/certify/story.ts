import type { Exchange } from '../seqr/index.ts';
import { STEP_TITLES } from './result.ts';
import type { StepResult } from './result.ts';

/** An envelope with an element a line, indented, for reading. Text is left alone. */
function readable(xml: string): string {
  let depth = 0;
  return xml
    .replaceAll(/>\s*</g, '>\n<')
    .split('\n')
    .map((line) => {
      if (line.startsWith('</')) depth -= 1;
      const indented = `      ${'  '.repeat(Math.max(0, depth))}${line}`;
      if (/^<[^/?!]/.test(line) && !line.endsWith('/>') && !/<\/[^>]+>$/.test(line)) depth += 1;
      return indented;
    })
    .join('\n');
}

function outcomeOf(exchange: Exchange): string {
  const took = `${Math.round(exchange.tookMs)} ms`;
  if (exchange.outcome === 'answered') return `answered ${exchange.resultCode ?? ''} in ${took}`;
  return `${exchange.outcome === 'notSent' ? 'not sent' : 'no usable answer'} after ${took}: ${exchange.detail ?? ''}`;
}

/** A call as it is told: what was sent, what came, passwords masked by the client. */
export function tellExchange(exchange: Exchange): string {
  return [
    `  ${exchange.operation} [${exchange.correlationId ?? '-'}] ${outcomeOf(exchange)}`,
    exchange.request === null ? null : `    sent:\n${readable(exchange.request)}`,
    exchange.answer === null ? null : `    answered:\n${readable(exchange.answer)}`,
  ]
    .filter((part) => part !== null)
    .join('\n');
}

const verdict = (result: StepResult): string => (result.ok ? 'passed' : 'FAILED');

export function tellStep(result: StepResult): string {
  return `  ${verdict(result)}: ${result.detail}`;
}

/** The sheet at the end: one line a step. */
export function table(results: readonly StepResult[]): string {
  const rows = results.map((result) => [
    String(result.step),
    STEP_TITLES[result.step] ?? '',
    verdict(result),
    String(result.calls.length),
    result.detail,
  ]);
  const all = [['step', 'operation', 'result', 'calls', 'detail'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
