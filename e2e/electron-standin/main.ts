/** The stand-in's own start: Chromium first, because it takes longest; then the application; then `ready`. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { startChromium, sweepProfiles } from './chromium.ts';
import { takeSignals, watchSignals } from './signals.ts';
import { executablePath, startArguments } from './switches.ts';

const chromium = startChromium(startArguments);

const { measureScreen } = await import('./screen.ts');
const screenMeasured = measureScreen();
const { appPackage } = await import('./app-package.ts');
const { app } = await import('./app.ts');
const { startEngine } = await import('./engine.ts');
const { answerRequire } = await import('./answer-require.ts');
const { closeSchemeRegistration } = await import('./protocol.ts');

function takeElectronsPlace(): void {
  const require = createRequire(import.meta.url);
  const { version } = require('electron/package.json') as { readonly version: string };
  Object.defineProperty(process.versions, 'electron', { value: version, enumerable: true });
  Object.defineProperty(process.versions, 'chrome', { value: '', enumerable: true, writable: true });
  Object.defineProperties(process, {
    type: { value: 'browser' },
    defaultApp: { value: true },
    resourcesPath: { value: path.join(path.dirname(executablePath), 'resources') },
  });
  process.argv = [executablePath, ...startArguments];
  answerRequire();
}

function endWithChromium(): void {
  chromium.child.on('exit', (code, signal) => {
    const display = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'];
    const hint = app.isReady() ? '' : `; is there a display at ${display ?? 'DISPLAY (not set)'}?`;
    process.stderr.write(`Chromium ended unexpectedly (${String(signal ?? code)})${hint}\n`);
    process.exit(1);
  });
}

async function runApplication(): Promise<void> {
  const { mainFile } = appPackage;
  if (mainFile.endsWith('.mjs')) await import(pathToFileURL(mainFile).href);
  else createRequire(mainFile)(mainFile);
}

/** Playwright connects to Chromium when it reads this line, and expects the application to be listening by then. */
async function passDevToolsLineOn(): Promise<void> {
  const line = await chromium.devToolsLine;
  process.stderr.write(`${line}\n`);
}

/** A connection that breaks is the sign of an exit, whose own message is the useful one and ends the process. */
function untilChromiumsExitIsTold(): Promise<never> {
  return new Promise(() => undefined);
}

takeElectronsPlace();
endWithChromium();
watchSignals(() => app.quit());
await runApplication();
takeSignals();
const { product } = await chromium.connection.browser.send('Browser.getVersion').catch(untilChromiumsExitIsTold);
Object.assign(process.versions, { chrome: product.split('/')[1] });
await startEngine(chromium);
await screenMeasured;
closeSchemeRegistration();
app.announceReady();
setImmediate(() => void passDevToolsLineOn());
sweepProfiles();
