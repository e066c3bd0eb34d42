/** The least an application with one window can be: what the runtime itself costs, in time and in memory. */
const { app, BrowserWindow } = require('electron');

const PAGE = 'data:text/html;charset=utf-8,' + encodeURIComponent('<!doctype html><title>Empty</title><main></main>');

app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    show: false,
    webPreferences: { sandbox: true, backgroundThrottling: false },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(PAGE);
});
