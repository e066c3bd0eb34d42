/** `app.commandLine` and the arguments this process was started with. */
import { record } from './record.ts';
import { Strict } from './strict.ts';

/** Arguments as Electron's executable received them, switches included. */
export const startArguments: readonly string[] = process.argv.slice(3);
/** The executable's own path: `boot.mjs` gets it as its first argument. */
export const executablePath = process.argv[2] ?? '';

const switches = new Map<string, string>();
for (const argument of startArguments) {
  const parts = /^--([^=]+)(?:=(.*))?$/s.exec(argument);
  if (parts !== null) switches.set(parts[1] ?? '', parts[2] ?? '');
}

export class CommandLine
  extends Strict
  implements Pick<Electron.CommandLine, 'appendSwitch' | 'hasSwitch' | 'getSwitchValue' | 'removeSwitch'>
{
  readonly apiName = 'app.commandLine';

  /** Chromium has started by the time the application runs, so a switch set here is remembered but not obeyed. */
  appendSwitch(name: string, value = ''): void {
    record('app.commandLine.appendSwitch', name, value);
    switches.set(name, value);
  }
  removeSwitch(name: string): void {
    record('app.commandLine.removeSwitch', name);
    switches.delete(name);
  }
  hasSwitch(name: string): boolean {
    return switches.has(name);
  }
  getSwitchValue(name: string): string {
    return switches.get(name) ?? '';
  }
}

export const commandLine = new CommandLine();
