// Electron's preload: three channels and no more. `ipcRenderer` itself never reaches the page, nor do event objects.
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { createBridge } from './bridge.ts';

const callChannel = 'sociodesk:call';
const eventChannel = 'sociodesk:event';
const takeChannel = 'sociodesk:take';

const bridge = createBridge({
  invoke: (json) => ipcRenderer.invoke(callChannel, json),
  subscribe(listener) {
    const hear = (_: unknown, json: string): void => listener(json);
    ipcRenderer.on(eventChannel, hear);
    return () => ipcRenderer.removeListener(eventChannel, hear);
  },
  take: (files) => ipcRenderer.invoke(takeChannel, files.map(pathOf)),
});

contextBridge.exposeInMainWorld('sociodesk', bridge);

/** The path of a real, dropped file; empty for one that a script made. */
function pathOf(file: unknown): string {
  try {
    return webUtils.getPathForFile(file as File);
  } catch {
    return '';
  }
}
