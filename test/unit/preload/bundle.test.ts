// The bundled preload: one small CommonJS file that needs Electron only, and exposes the bridge under one name.
import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'vite';
import { expect, it, vi } from 'vitest';

// Many runs: a loaded machine may take its time over them.
vi.setConfig({ testTimeout: 60_000 });

it('is at most 5 kB, requires only electron, and exposes the bridge', async () => {
  const root = resolve(import.meta.dirname, '../../..');
  const output = await build({ root, mode: 'preload', logLevel: 'silent', build: { write: false } });
  const files = [output].flat().flatMap((part) => ('output' in part ? part.output : []));
  expect(files).toHaveLength(1);
  const file = files[0];
  const code = file?.type === 'chunk' ? file.code : '';
  expect(Buffer.byteLength(code)).toBeLessThanOrEqual(5_000);
  const required: string[] = [];
  const exposed: Record<string, Record<string, unknown>> = {};
  const sent: unknown[][] = [];
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, value: Record<string, unknown>) => (exposed[name] = value),
    },
    ipcRenderer: {
      invoke: async (...message: unknown[]) => sent.push(message),
      on: () => {},
      removeListener: () => {},
    },
    webUtils: { getPathForFile: () => '/picked' },
  };
  const require = (name: string) => {
    required.push(name);
    return electron;
  };
  runInNewContext(code, { require, module: { exports: {} }, exports: {} });
  expect(required).toEqual(['electron']);
  expect(builtinModules.some((name) => code.includes(`'node:${name}'`))).toBe(false);
  expect(Object.keys(exposed)).toEqual(['sociodesk']);
  const bridge = exposed['sociodesk'] as { call(json: string): unknown; take(files: unknown[]): unknown };
  bridge.call('{}');
  bridge.take([{}]);
  expect(JSON.parse(JSON.stringify(sent))).toEqual([
    ['sociodesk:call', '{}'],
    ['sociodesk:take', ['/picked']],
  ]);
});
