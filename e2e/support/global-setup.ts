/** Before the first test: the program that runs the application, which workers inherit. */
import { chooseRuntime } from '../machine/runtime.ts';
import { hasPrintServer } from './cups.ts';
import { EXECUTABLE_VARIABLE, KIND_VARIABLE } from './launch.ts';

// eslint-disable-next-line no-restricted-syntax -- Playwright takes the default export
export default async function globalSetup(): Promise<void> {
  const choice = await chooseRuntime();
  if (!choice.ok) throw new Error(choice.sentence);
  process.env[EXECUTABLE_VARIABLE] = choice.runtime.executablePath;
  process.env[KIND_VARIABLE] = choice.runtime.kind;
  if (!hasPrintServer())
    process.stderr.write("Not tested here: receipts on a system printer. That needs Linux and CUPS' print server (cups-daemon).\n");
}
