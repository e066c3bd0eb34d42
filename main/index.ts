import './boot/small-nursery.ts'; // first: what is loaded after it would let the heap grow
import { app } from 'electron';
import { HELP, parseFlags } from './boot/flags.ts';
import { run } from './run.ts';

/* Started by Electron. What the command line asks for is settled here, before anything is touched; run.ts does the rest. */
const flags = parseFlags(process.argv.slice(1), app.getAppPath());
switch (flags.kind) {
  case 'help':
    process.stdout.write(HELP);
    app.exit(0);
    break;
  case 'version':
    process.stdout.write(`${app.getVersion()}\n`);
    app.exit(0);
    break;
  case 'refused':
    process.stderr.write(`${flags.sentence}\n`);
    app.exit(2);
    break;
  case 'run':
    void run(flags.dataDir);
    break;
}
