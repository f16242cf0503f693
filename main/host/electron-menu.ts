// The application menu in the person's language. Only what a system expects of a desktop app; the page has the rest.
import type { MenuItemConstructorOptions } from 'electron';

export type MenuText = (key: string) => string;

/** `text('file')` reads `host.menu.file` in the language of the interface. */
export function menuTemplate(
  text: MenuText,
  options: { mac: boolean; devTools: boolean },
): MenuItemConstructorOptions[] {
  const edit: MenuItemConstructorOptions[] = [
    { role: 'undo', label: text('undo') },
    { role: 'redo', label: text('redo') },
    { type: 'separator' },
    { role: 'cut', label: text('cut') },
    { role: 'copy', label: text('copy') },
    { role: 'paste', label: text('paste') },
    { role: 'selectAll', label: text('selectAll') },
  ];
  const view: MenuItemConstructorOptions[] = [
    { role: 'reload', label: text('reload') },
    { type: 'separator' },
    { role: 'zoomIn', label: text('zoomIn') },
    { role: 'zoomOut', label: text('zoomOut') },
    { role: 'resetZoom', label: text('resetZoom') },
    { type: 'separator' },
    { role: 'togglefullscreen', label: text('fullScreen') },
    ...(options.devTools ? [{ role: 'toggleDevTools', label: text('developer') } as const] : []),
  ];
  const end: MenuItemConstructorOptions = {
    role: options.mac ? 'close' : 'quit',
    label: text(options.mac ? 'close' : 'quit'),
  };
  const app: MenuItemConstructorOptions = {
    label: 'Sociodesk',
    submenu: [
      { role: 'about', label: text('about') },
      { type: 'separator' },
      { role: 'hide', label: text('hide') },
      { type: 'separator' },
      { role: 'quit', label: text('quit') },
    ],
  };
  return [
    ...(options.mac ? [app] : []),
    { label: text('file'), submenu: [end] },
    { label: text('edit'), submenu: edit },
    { label: text('view'), submenu: view },
    { label: text('window'), submenu: [{ role: 'minimize', label: text('minimize') }] },
  ];
}
