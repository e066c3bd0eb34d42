/* npm run certify: the program around certify.ts. Standard output holds the story, or with --json the result only. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createSystemClock } from '../clock/system-clock.ts';
import { createSeqrConnector } from '../seqr/index.ts';
import type { Exchange } from '../seqr/index.ts';
import { certify } from './certify.ts';
import { clientIdOf } from './forms.ts';
import { HELP, parseOptions } from './options.ts';
import { createPersonPhone, createSimulatorPhone } from './phone.ts';
import type { CertifyOptions } from './run-options.ts';
import { tellExchange } from './story.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Letters and digits, 160 bits. */
function randomId(): string {
  return randomBytes(20).toString('hex');
}

/** Name and version of the till. */
function software(): string {
  const { version } = JSON.parse(readFileSync(root('package.json'), 'utf8')) as { version: string };
  return `Kassa ${version}`;
}

async function run(options: CertifyOptions): Promise<number> {
  const tell = (text: string): void => void (options.isJson ? process.stderr : process.stdout).write(`${text}\n`);
  const stop = new AbortController();
  // Slots for the whole run: a second signal must not end the program before the terminal is unregistered.
  const onSignal = (signal: string): void => {
    tell(
      stop.signal.aborted ? '\nStill unregistering the terminal; one moment.' : `\n${signal}: stopping, and unregistering the terminal.`,
    );
    stop.abort();
  };
  // A reader that went away (`| head`) stops the run like a signal; without this it would end it at once.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => stop.abort());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => onSignal(signal));
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) process.on(event, () => onSignal('An unexpected error'));

  const clock = createSystemClock();
  let calls: Exchange[] = [];
  const log = (exchange: Exchange): void => {
    calls.push(exchange);
    tell(tellExchange(exchange));
  };
  const connector = createSeqrConnector({ wsdlPath: root('assets/seqr-cashregister.wsdl'), clock, log, showMessages: true });
  const service = connector.connect(options.endpoint, clientIdOf(options, software()));
  try {
    const { steps, isPassed } = await certify(options, {
      service,
      clock,
      software: software(),
      phone: options.phoneUrl === null ? createPersonPhone(tell) : createSimulatorPhone(options.phoneUrl),
      tell,
      randomId,
      stop: stop.signal,
      takeCalls() {
        const taken = calls;
        calls = [];
        return taken;
      },
    });
    if (options.isJson) process.stdout.write(`${JSON.stringify(steps)}\n`);
    return isPassed ? 0 : 1;
  } finally {
    service.close();
  }
}

const parsed = parseOptions(process.argv.slice(2));
if (parsed.kind === 'help') {
  process.stdout.write(HELP);
} else if (parsed.kind === 'wrong') {
  process.stderr.write(`${parsed.message}\nSay npm run certify -- --help for all flags.\n`);
  process.exitCode = 2;
} else {
  process.exitCode = await run(parsed.options).catch(() => {
    process.stderr.write('The run ended with an unexpected error.\n');
    return 1;
  });
}
