import './boot/small-nursery.ts'; // first: what is loaded after it would let the heap grow
import { app, dialog } from 'electron';
import { HELP, parseFlags } from './boot/flags.ts';

/*
 * Started by Electron. What the command line asks for is settled here, before anything of the till is loaded or touched,
 * and before Chromium opens a port for a debugger: it comes to that after this file. run.ts does the rest.
 */
const flags = parseFlags(process.argv.slice(1), { appPath: app.getAppPath(), isInstalled: app.isPackaged });
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
    // Still in the turn that Electron waits for, so what must precede `ready` does.
    import('./run.ts')
      .then(({ run }) => run(flags.dataDir))
      .catch((error: unknown) => {
        // A damaged installation: nothing of the till could be loaded, not even its words.
        dialog.showErrorBox('Kassa could not start', String(error));
        app.exit(1);
      });
    break;
}
