// A small fake of the `electron` module: it keeps what was registered, so that a test can feed an event or a request
// and look at its effect. Only what the host and the entry point use.
import { EventEmitter } from 'node:events';
import type { startInElectron } from '../../main/host/electron-app.ts';

type ElectronModule = Parameters<typeof startInElectron>[0];
type Answering = (...parameters: unknown[]) => unknown;

export class FakeSession extends EventEmitter {
  partition: string;
  options: unknown;
  spellChecker = true;
  requestListener:
    | ((details: { url: string }, answer: (verdict: { cancel: boolean }) => void) => void)
    | undefined;
  permissionRequest: Answering | undefined;
  permissionCheck: Answering | undefined;
  devicePermission: Answering | undefined;
  schemes = new Map<string, (request: { url: string }) => Promise<Response> | Response>();

  constructor(partition: string, options: unknown) {
    super();
    this.partition = partition;
    this.options = options;
  }
  webRequest = {
    onBeforeRequest: (listener: FakeSession['requestListener']) => {
      this.requestListener = listener;
    },
  };
  protocol = {
    handle: (scheme: string, answer: (request: { url: string }) => Promise<Response> | Response) =>
      this.schemes.set(scheme, answer),
    unhandle: (scheme: string) => this.schemes.delete(scheme),
  };
  setPermissionRequestHandler(handler: Answering): void {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: Answering): void {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: Answering): void {
    this.devicePermission = handler;
  }
  setSpellCheckerEnabled(on: boolean): void {
    this.spellChecker = on;
  }

  /** Whether the session lets a request through. */
  lets(url: string): boolean {
    let cancelled = false;
    this.requestListener?.({ url }, (verdict) => {
      cancelled = verdict.cancel;
    });
    return !cancelled;
  }
}

let lastContents = 0;
export class FakeContents extends EventEmitter {
  id = ++lastContents;
  url = '';
  sent: unknown[][] = [];
  handlers = new Map<string, Answering>();
  windowOpen: ((details: { url: string }) => { action: string }) | undefined;
  printed: unknown;
  ipc = { handle: (channel: string, handler: Answering) => this.handlers.set(channel, handler) };
  getURL(): string {
    return this.url;
  }
  setWindowOpenHandler(handler: FakeContents['windowOpen']): void {
    this.windowOpen = handler;
  }
  send(...message: unknown[]): void {
    this.sent.push(message);
  }
  async printToPDF(options: unknown): Promise<Buffer> {
    this.printed = options;
    return Buffer.from('%PDF-');
  }

  /** Feeds a navigation event; answers whether it was prevented. */
  prevents(name: string, details: { url?: string; isMainFrame?: boolean } = {}): boolean {
    let prevented = false;
    this.emit(name, { ...details, preventDefault: () => (prevented = true) });
    return prevented;
  }
}

type Rectangle = { x: number; y: number; width: number; height: number };

/** What a test sees of a window that the host made. */
export class FakeWindow extends EventEmitter {
  options: Record<string, unknown>;
  webContents = new FakeContents();
  focused = 0;
  visible = false;
  destroyed = false;
  bounds: Rectangle = { x: 10, y: 20, width: 900, height: 700 };
  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
  }
  async loadURL(url: string): Promise<void> {
    this.webContents.url = url;
    this.emit('ready-to-show');
  }
  getNormalBounds(): Rectangle {
    return this.bounds;
  }
  show(): void {
    this.visible = true;
  }
  focus(): void {
    this.focused += 1;
  }
  isMinimized(): boolean {
    return false;
  }
  restore(): void {}
  isDestroyed(): boolean {
    return this.destroyed;
  }
  destroy(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.emit('closed');
  }
}

export class FakeApp extends EventEmitter {
  isPackaged = true;
  /** What was asked of the app, in order. */
  acts: string[] = [];
  isFirst = true;
  exitCode: number | null = null;
  commandLine = { appendSwitch: (name: string) => void this.acts.push(`switch ${name}`) };
  setPath(name: string): void {
    this.acts.push(`path ${name}`);
  }
  enableSandbox(): void {
    this.acts.push('sandbox');
  }
  requestSingleInstanceLock(): boolean {
    this.acts.push('lock');
    return this.isFirst;
  }
  async whenReady(): Promise<void> {
    this.acts.push('ready');
  }
  quit(): void {
    this.acts.push('quit');
    this.emit('before-quit', { preventDefault: () => this.acts.push('quit prevented') });
  }
  exit(code: number): void {
    this.acts.push('exit');
    this.exitCode = code;
  }
}

export type FakeElectron = {
  module: ElectronModule;
  app: FakeApp;
  menus: unknown[];
  schemes: unknown[];
  windows: FakeWindow[];
  sessions: Map<string, FakeSession>;
  opened: string[];
  /** What the dialogs answer next. */
  dialog: { open: string[]; save: string };
};

export function fakeElectron(): FakeElectron {
  const windows: FakeWindow[] = [];
  const sessions = new Map<string, FakeSession>();
  const opened: string[] = [];
  const dialog = { open: [] as string[], save: '' };
  const app = new FakeApp();
  const menus: unknown[] = [];
  const schemes: unknown[] = [];
  class BrowserWindow extends FakeWindow {
    constructor(options: Record<string, unknown>) {
      super(options);
      windows.push(this);
      app.emit('web-contents-created', {}, this.webContents);
    }
    static getAllWindows(): FakeWindow[] {
      return windows.filter((window) => !window.destroyed);
    }
  }
  const module = {
    app,
    BrowserWindow,
    dialog: {
      showOpenDialog: async () => ({ canceled: dialog.open.length === 0, filePaths: dialog.open }),
      showSaveDialog: async () => ({ canceled: dialog.save === '', filePath: dialog.save }),
    },
    Menu: {
      buildFromTemplate: (template: unknown) => template,
      setApplicationMenu: (menu: unknown) => void menus.push(menu),
    },
    protocol: {
      registerSchemesAsPrivileged(list: unknown[]) {
        app.acts.push('schemes');
        schemes.push(...list);
      },
    },
    Notification: { isSupported: () => false },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
    session: {
      fromPartition(partition: string, options: unknown) {
        const known = sessions.get(partition) ?? new FakeSession(partition, options);
        sessions.set(partition, known);
        return known;
      },
    },
    shell: {
      openExternal: async (url: string) => void opened.push(url),
      // Says what went wrong, as Electron does; nothing: it was opened.
      openPath: async (path: string) => {
        opened.push(path);
        return '';
      },
    },
  };
  return {
    module: module as unknown as ElectronModule,
    app,
    windows,
    sessions,
    opened,
    dialog,
    menus,
    schemes,
  };
}
