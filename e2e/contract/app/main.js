/**
 * The smallest application that touches what Kassa needs of Electron. It only sets things up and writes down what
 * happened in `globalThis.seen`; the assertions are in the specs.
 */
const path = require('node:path');
const { app, BrowserWindow, dialog, ipcMain, nativeTheme, protocol, safeStorage, session } = require('electron');

const seen = [];
Object.assign(globalThis, { seen, keychainBeforeReady: safeStorage.isAsyncEncryptionAvailable() });

const CSP = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'";
const PAGE = `<!doctype html><html lang="en"><head><title>Contract</title><link rel="stylesheet" href="page.css"></head>
<body><h1>Contract</h1><p id="inline">not run</p><script>document.querySelector('#inline').textContent = 'run'</script>
<script src="page.js"></script><a id="away" href="https://example.com/">away</a><a id="blank" target="_blank" href="https://example.com/blank">blank</a></body></html>`;
const FILES = {
  '/index.html': ['text/html; charset=utf-8', PAGE],
  '/other.html': ['text/html; charset=utf-8', '<!doctype html><title>Other</title><h1>Other</h1>'],
  '/page.js': ['text/javascript', 'window.fromScript = true;'],
  '/page.css': ['text/css', 'h1 { color: rgb(1, 2, 3); }'],
};

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]);

async function serve(request) {
  const url = new URL(request.url);
  if (url.pathname === '/api/echo') {
    const body = { method: request.method, url: request.url, type: request.headers.get('content-type'), body: await request.text() };
    return Response.json(body, { status: 201, headers: { 'x-contract': 'echo' } });
  }
  if (url.pathname === '/redirect') return new Response(null, { status: 302, headers: { location: 'app://contract/other.html' } });
  const file = FILES[url.pathname];
  if (file === undefined) return new Response('absent', { status: 404, headers: { 'content-type': 'text/plain' } });
  return new Response(file[1], { headers: { 'content-type': file[0], 'content-security-policy': CSP } });
}

/** Opens a window with the preload; specs call it through `globalThis`. */
function openWindow(options = {}) {
  const window = new BrowserWindow({
    width: 800,
    height: 600,
    ...options,
    webPreferences: { preload: path.join(__dirname, 'preload.js'), sandbox: true, contextIsolation: true },
  });
  for (const event of ['ready-to-show', 'show', 'hide', 'focus', 'close', 'closed']) window.on(event, () => seen.push(event));
  return window;
}
globalThis.openWindow = openWindow;

/** Also in a file, for what happens while nobody can ask any more. */
function note(event) {
  seen.push(event);
  if (process.env.CONTRACT_LOG) require('node:fs').appendFileSync(process.env.CONTRACT_LOG, `${event}\n`);
}
globalThis.note = note;

for (const event of ['before-quit', 'will-quit', 'quit']) app.on(event, () => note(event));
for (const signal of (process.env.CONTRACT_EARLY ?? '').split(',').filter(Boolean)) process.on(signal, () => note('heard before ready'));
app.on('web-contents-created', (_event, contents) => {
  for (const event of ['did-start-loading', 'did-stop-loading', 'did-fail-load']) contents.on(event, () => seen.push(event));
  contents.on('will-navigate', (event, url) => {
    seen.push(`will-navigate ${url}`);
    if (!url.startsWith('app://contract/other')) event.preventDefault();
  });
  contents.setWindowOpenHandler(({ url }) => {
    seen.push(`window-open ${url}`);
    return { action: 'deny' };
  });
});

const HANDLERS = {
  add: (_event, a, b) => a + b,
  echo: (_event, value) => value,
  fail: () => {
    throw new Error('the drawer is stuck');
  },
  who: (event) => ({
    url: event.senderFrame.url,
    origin: event.senderFrame.origin,
    isMain: event.senderFrame === event.sender.mainFrame,
    parent: event.senderFrame.parent,
    window: BrowserWindow.fromWebContents(event.sender).id,
  }),
};

/** All channels that the preload knows; nobody answers on `missing`. */
function answerPages() {
  for (const channel of [...Object.keys(HANDLERS), 'missing']) ipcMain.removeHandler(channel);
  for (const [channel, handler] of Object.entries(HANDLERS)) ipcMain.handle(channel, handler);
  ipcMain.removeAllListeners('note');
  ipcMain.on('note', (event, value) => {
    seen.push(`note ${value}`);
    event.sender.send('noted', value, { at: new Date(0) });
  });
}

function setUpSession() {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  session.defaultSession.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !details.url.startsWith('app://') && !details.url.startsWith('devtools://') });
  });
  if (protocol.isProtocolHandled('app')) protocol.unhandle('app');
  protocol.handle('app', serve);
}

/** @returns the events that this process hears, each with the number of its listeners */
function countListeners() {
  const heard = [
    [app, ['before-quit', 'will-quit', 'quit', 'window-all-closed', 'second-instance', 'web-contents-created', 'render-process-gone']],
    [nativeTheme, ['updated']],
    [session.defaultSession, ['will-download']],
    [process, ['exit', 'uncaughtException', 'unhandledRejection', 'SIGTERM', 'SIGINT', 'SIGHUP']],
  ];
  return heard.flatMap(([emitter, events]) => events.map((event) => `${event}: ${emitter.listenerCount(event)}`));
}

const { showMessageBox, showSaveDialog } = dialog;
/**
 * Between two tests in this process: no window, and everything as it was when ready. What listens cannot be listed in
 * every runtime, so it is counted, for the fixture to compare.
 */
globalThis.putBack = () => {
  for (const window of BrowserWindow.getAllWindows()) window.destroy();
  nativeTheme.themeSource = 'system';
  Object.assign(dialog, { showMessageBox, showSaveDialog });
  answerPages();
  setUpSession();
  return countListeners();
};

answerPages();
const isFirst = app.requestSingleInstanceLock({ from: 'contract' });
if (!isFirst) {
  app.quit();
} else {
  app.on('second-instance', (_event, argv, _cwd, data) => seen.push(`second-instance of ${data.from}: ${argv.slice(1).join(' ')}`));
  app.on('window-all-closed', () => {
    note('window-all-closed');
    if (!globalThis.stayOpen) app.quit();
  });
  void app.whenReady().then(() => {
    setUpSession();
    const window = openWindow();
    void window.loadURL('app://contract/index.html');
  });
}
