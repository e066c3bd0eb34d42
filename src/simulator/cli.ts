import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { HELP, parseCliOptions } from './cli-options.ts';
import { NewerStateError } from './newer-state.ts';
import { findScenario } from './scenario/find-scenario.ts';
import { startSimulator } from './simulator.ts';
import type { SimulatorSettings } from './simulator.ts';

/** Exit codes: 0 stopped by signal, 1 could not start, 2 wrong flags or a wrong scenario. */
async function main(): Promise<void> {
  const options = parseCliOptions(process.argv.slice(2));
  switch (options.kind) {
    case 'help':
      process.stdout.write(HELP);
      return;
    case 'wrong':
      process.stderr.write(`${options.message}\nSee --help.\n`);
      process.exitCode = 2;
      return;
    case 'run':
      await start(options.settings, options.scenario);
  }
}

async function start(settings: Omit<SimulatorSettings, 'wsdl'>, scenarioName: string | undefined): Promise<void> {
  const found = scenarioName === undefined ? undefined : await findScenario(scenarioName);
  if (found && !found.ok) {
    process.stderr.write(`${found.message}\n`);
    process.exitCode = 2;
    return;
  }
  await run({ ...settings, scenario: found?.scenario });
}

async function run(settings: Omit<SimulatorSettings, 'wsdl'>): Promise<void> {
  const wsdl = await readFile(new URL('../../assets/seqr-cashregister.wsdl', import.meta.url), 'utf8');
  const onNotice = (sentence: string): void => void process.stderr.write(`${sentence}\n`);
  try {
    const simulator = await startSimulator({ ...settings, wsdl, onNotice });
    process.stdout.write(`${JSON.stringify({ url: simulator.url, soap: simulator.soapUrl })}\n`);
    let stopping = false;
    const stop = (): void => {
      if (stopping) return;
      stopping = true;
      void simulator.stop().then(() => process.exit(0));
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  } catch (error) {
    onNotice(`The simulator could not start: ${error instanceof Error ? error.message : 'unknown reason'}.`);
    if (error instanceof NewerStateError) onNotice('That file was not touched. Start the newer Kassa, or name another file with --state.');
    process.exitCode = 1;
  }
}

await main();
