/** A window on the gallery of the renderer (renderer/dev), as it was built into GALLERY_DIR. Nothing of main runs here. */
const fs = require('node:fs/promises');
const path = require('node:path');
const { app, BrowserWindow, protocol } = require('electron');

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.svg': 'image/svg+xml',
};

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);

async function serve(request) {
  const { pathname } = new URL(request.url);
  const body = await fs.readFile(path.join(process.env.GALLERY_DIR, decodeURIComponent(pathname)));
  return new Response(body, { headers: { 'content-type': TYPES[path.extname(pathname)] ?? 'application/octet-stream' } });
}

app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  protocol.handle('app', serve);
  const window = new BrowserWindow({ width: 1366, height: 768, webPreferences: { sandbox: true, contextIsolation: true } });
  void window.loadURL('app://gallery/dev/cashier.html');
});
