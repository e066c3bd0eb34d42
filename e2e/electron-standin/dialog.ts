/**
 * `dialog`: Electron's are drawn by the desktop, these by a small window of their own. Its methods are properties, so that
 * a test can put its own answer there, as Playwright's documentation does.
 */
import { randomUUID } from 'node:crypto';
import { app } from './app.ts';
import type { CdpSession } from './cdp.ts';
import { engine } from './engine.ts';
import { drawDialog, type DialogAnswer, type DialogContent } from './page/dialog-page.ts';
import { record } from './record.ts';
import { screenSize } from './screen.ts';
import { Strict, notProvided } from './strict.ts';

const WIDTH = 560;
const HEIGHT = 320;

/** Shows a dialog. @returns the answer; a window that is closed answers with the button for cancelling */
async function ask(content: DialogContent): Promise<DialogAnswer> {
  const { targets, chromium } = engine();
  const browser = chromium.connection.browser;
  const binding = `answer:${randomUUID()}`;
  const cancelled: DialogAnswer = { button: content.cancelId, checked: content.checkbox?.checked ?? false, field: '' };
  const answered = Promise.withResolvers<DialogAnswer>();
  const { session, targetId } = await targets.open('#ffffff', () => answered.resolve(cancelled));
  session.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name === binding) answered.resolve(JSON.parse(payload) as DialogAnswer);
  });
  await session.send('Runtime.enable');
  await session.send('Runtime.addBinding', { name: binding });
  await blankLoaded(session);
  const source = `(${drawDialog.toString()})(${JSON.stringify(content)}, ${JSON.stringify(binding)})`;
  await session.send('Runtime.evaluate', { expression: source });
  const { windowId } = await browser.send('Browser.getWindowForTarget', { targetId });
  const { width, height } = screenSize();
  const bounds = { left: Math.round((width - WIDTH) / 2), top: Math.round((height - HEIGHT) / 2), width: WIDTH, height: HEIGHT };
  await browser.send('Browser.setWindowBounds', { windowId, bounds });
  const answer = await answered.promise;
  // The click that answered is still being handled; the window goes when its page has nothing left to do.
  await session
    .send('Runtime.evaluate', { expression: 'new Promise((done) => setTimeout(done))', awaitPromise: true })
    .catch(() => undefined);
  targets.close(targetId);
  return answer;
}

/** Resolves when the window has the blank document it opens with: what is drawn before that goes away with the one before. */
async function blankLoaded(session: CdpSession): Promise<void> {
  const loaded = new Promise<void>((resolve) => session.on('Page.loadEventFired', () => resolve()));
  await session.send('Page.enable');
  const expression = "location.protocol === 'data:' && document.readyState === 'complete'";
  const { result } = await session.send('Runtime.evaluate', { expression });
  if (result.value !== true) await loaded;
}

/** Dialogs may be given the window they belong to before their options. */
function optionsOf<T extends object>(args: readonly unknown[]): Partial<T> {
  return args.at(-1) ?? {};
}

class Dialog extends Strict {
  readonly apiName = 'dialog';

  showMessageBox = async (...args: unknown[]): Promise<Electron.MessageBoxReturnValue> => {
    const options = optionsOf<Electron.MessageBoxOptions>(args);
    const buttons = options.buttons ?? ['OK'];
    const answer = await ask({
      title: options.title ?? app.getName(),
      message: options.message ?? '',
      detail: options.detail ?? '',
      buttons,
      defaultId: options.defaultId ?? 0,
      cancelId:
        options.cancelId ??
        Math.max(
          0,
          buttons.findIndex((text) => /^(cancel|no)$/i.test(text)),
        ),
      ...(options.checkboxLabel === undefined
        ? {}
        : { checkbox: { label: options.checkboxLabel, checked: options.checkboxChecked ?? false } }),
    });
    return { response: answer.button, checkboxChecked: answer.checked };
  };

  showSaveDialog = async (...args: unknown[]): Promise<Electron.SaveDialogReturnValue> => {
    const options = optionsOf<Electron.SaveDialogOptions>(args);
    const answer = await ask({
      title: options.title ?? app.getName(),
      message: options.title ?? 'Save as',
      detail: options.message ?? '',
      buttons: [options.buttonLabel ?? 'Save', 'Cancel'],
      defaultId: 0,
      cancelId: 1,
      field: options.defaultPath ?? '',
    });
    const canceled = answer.button !== 0 || answer.field === '';
    return { canceled, filePath: canceled ? '' : answer.field };
  };

  showErrorBox: Electron.Dialog['showErrorBox'] = (title, content) => {
    record('dialog.showErrorBox', title, content);
    process.stderr.write(`${title}\n${content}\n`);
  };

  showMessageBoxSync = (): never => notProvided('dialog.showMessageBoxSync');
  showSaveDialogSync = (): never => notProvided('dialog.showSaveDialogSync');
  showOpenDialog = (): never => notProvided('dialog.showOpenDialog');
}

export const dialog = new Dialog();
