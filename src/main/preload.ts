import { ipcRenderer } from 'electron';

/** Passes the window its only port to the main process when its page asks for it, and exposes nothing else. */
window.addEventListener('message', (event) => {
  if (event.source === window && event.data === 'tillroom:ask') ipcRenderer.send('tillroom:ask');
});

ipcRenderer.on('tillroom:port', (event) => {
  window.postMessage('tillroom:port', window.location.origin, event.ports);
});
