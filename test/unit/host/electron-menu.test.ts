// The application menu: in four languages, complete, and with developer tools only where they may be.
import { describe, expect, it } from 'vitest';
import { menuTemplate } from '../../../main/host/electron-menu.ts';
import { createTexts } from '../../../main/platform/texts.ts';

type Item = { label?: string; role?: string; type?: string; submenu?: unknown };
const flat = (items: Item[]): Item[] =>
  items.flatMap((item) => [item, ...flat((item.submenu as Item[]) ?? [])]);
const texts = createTexts();

describe.each(texts.languages)('menu in %s', (language) => {
  it.each([true, false])('has a real word for every entry (mac: %s)', (mac) => {
    const text = (key: string) => texts.t(language, `host.menu.${key}`);
    const items = flat(menuTemplate(text, { mac, devTools: true }) as Item[]).filter(
      (item) => item.type !== 'separator',
    );
    for (const item of items) expect(item.label).toMatch(/^[^.:]+$/);
    expect(items.some((item) => item.role === 'quit')).toBe(true);
    expect(items.filter((item) => item.role === 'copy')).toHaveLength(1);
  });
});

it('shows developer tools only in an unpackaged app', () => {
  const roles = (devTools: boolean) =>
    flat(menuTemplate((key) => key, { mac: false, devTools }) as Item[]).map((item) => item.role);
  expect(roles(true)).toContain('toggleDevTools');
  expect(roles(false)).not.toContain('toggleDevTools');
});
