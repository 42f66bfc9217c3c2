// Replaces the `electron` module where its program is not available: it does what Electron documents for the calls that
// the main bundle makes, and records them. It contains no Tillroom code.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { MessageChannel } from 'node:worker_threads';

/** What the main bundle did, for the test to inspect. */
export const record = {
  schemes: [],
  protocols: new Map(),
  windows: [],
  errorBoxes: [],
  opened: [],
  notifications: [],
  exitCode: undefined,
  lockGranted: process.env.STAND_IN_SECOND !== '1',
  quits: 0,
  order: [],
};

const ready = Promise.withResolvers();
let isReady = false;

export const app = Object.assign(new EventEmitter(), {
  paths: {},
  setPath(name, value) {
    this.paths[name] = value;
  },
  requestSingleInstanceLock: () => record.lockGranted,
  whenReady: () => ready.promise,
  quit() {
    record.quits += 1;
    let prevented = false;
    this.emit('before-quit', { preventDefault: () => (prevented = true) });
    return prevented;
  },
  exit(code) {
    record.exitCode = code;
  },
  isPackaged: process.env.STAND_IN_PACKAGED === '1',
  commandLine: { hasSwitch: (name) => process.env.STAND_IN_SWITCH === name },
  enableSandbox() {
    record.order.push('sandbox');
  },
});

/** Resolves `whenReady`, as Electron does after the main module has run. */
export const becomeReady = () => {
  record.order.push('ready');
  isReady = true;
  ready.resolve();
};

export const protocol = {
  registerSchemesAsPrivileged(schemes) {
    record.order.push('schemes');
    record.schemes.push(...schemes);
  },
  handle(scheme, handler) {
    record.protocols.set(scheme, handler);
  },
};

const handlers = {};
export const session = {
  defaultSession: {
    setPermissionRequestHandler: (handler) => (handlers.request = handler),
    setPermissionCheckHandler: (handler) => (handlers.check = handler),
    setDevicePermissionHandler: (handler) => (handlers.device = handler),
  },
};
record.permissionHandlers = handlers;

class WebContents extends EventEmitter {
  url = '';
  setWindowOpenHandler(handler) {
    this.windowOpenHandler = handler;
  }
  getURL() {
    return this.url;
  }
  postMessage(channel, message, ports) {
    this.emit('to-renderer', channel, message, ports);
  }
}

export class BrowserWindow extends EventEmitter {
  static getAllWindows = () => record.windows;
  webContents = new WebContents();
  shown = false;
  focused = 0;
  minimized = false;
  constructor(options) {
    super();
    this.options = options;
    record.windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url) {
    this.webContents.url = url;
    this.emit('ready-to-show');
  }
  show() {
    this.shown = true;
  }
  focus() {
    this.focused += 1;
  }
  isMinimized() {
    return this.minimized;
  }
  restore() {
    this.minimized = false;
  }
}

export class Notification extends EventEmitter {
  static isSupported = () => true;
  constructor(options) {
    super();
    this.options = options;
  }
  show() {
    record.notifications.push(this);
  }
}

export const Menu = { setApplicationMenu: () => undefined };
export const dialog = {
  showErrorBox: (title, content) => record.errorBoxes.push({ title, content }),
};
export const shell = { openExternal: async (url) => record.opened.push(url) };

export const ipcMain = new EventEmitter();

/** Electron's ports use Node's event names on one side and carry `{ data }`. */
class PortMain extends EventEmitter {
  constructor(port) {
    super();
    this.port = port;
    port.on('message', (data) => this.emit('message', { data, ports: [] }));
    port.on('close', () => this.emit('close'));
    port.pause?.();
  }
  postMessage(data) {
    this.port.postMessage(data);
  }
  start() {
    this.port.start();
  }
  close() {
    this.port.close();
  }
}

export class MessageChannelMain {
  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new PortMain(port1);
    this.port2 = port2;
  }
}

/** What the preload gets from Electron. */
export const ipcRenderer = Object.assign(new EventEmitter(), {
  send: (channel) => ipcRenderer.emit('sent', channel),
});

/** What locks the keychain of the user signed in to the system; unset if there is no keychain. */
const keychain = process.env.STAND_IN_KEYCHAIN;
const keychainKey = () => {
  if (!(isReady && keychain)) throw new Error('Error while encrypting: encryption is not available.');
  return createHash('sha256').update(keychain).digest();
};
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export const safeStorage = {
  isEncryptionAvailable: () => isReady && Boolean(keychain),
  getSelectedStorageBackend: () =>
    isReady ? (process.env.STAND_IN_KEYCHAIN_KIND ?? 'gnome_libsecret') : 'unknown',
  encryptString(text) {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', keychainKey(), nonce);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  },
  decryptString(sealed) {
    const textAt = NONCE_BYTES + TAG_BYTES;
    const cipher = createDecipheriv('aes-256-gcm', keychainKey(), sealed.subarray(0, NONCE_BYTES));
    cipher.setAuthTag(sealed.subarray(NONCE_BYTES, textAt));
    return Buffer.concat([cipher.update(sealed.subarray(textAt)), cipher.final()]).toString('utf8');
  },
};
export const nativeTheme = new EventEmitter();
