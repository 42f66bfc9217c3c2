import { ipcRenderer } from 'electron';

/** Hands the window the one port it speaks through, when its page asks for it; nothing else. */
window.addEventListener('message', (event) => {
  if (event.source === window && event.data === 'tillroom:ask') ipcRenderer.send('tillroom:ask');
});

ipcRenderer.on('tillroom:port', (event) => {
  window.postMessage('tillroom:port', window.location.origin, event.ports);
});
