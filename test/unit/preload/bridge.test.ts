// The bridge: text in, text out, and no way to anything else.
import { describe, expect, it } from 'vitest';
import { createBridge } from '../../../preload/bridge.ts';

function bench() {
  const sent: unknown[] = [];
  const listeners = new Set<(json: string) => void>();
  const bridge = createBridge({
    async invoke(json) {
      sent.push(json);
      return '{"ok":true}';
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async take(files) {
      return JSON.stringify(files.length);
    },
  });
  return { bridge, sent, listeners };
}

describe('bridge', () => {
  it('offers three acts and nothing more', () => {
    expect(Object.keys(bench().bridge).sort()).toEqual(['call', 'on', 'take']);
  });

  it('sends text, whatever it was given', async () => {
    const { bridge, sent } = bench();
    expect(await bridge.call('{"name":"app.state","input":{}}')).toBe('{"ok":true}');
    await bridge.call({ toString: () => 'text' } as unknown as string);
    expect(sent).toEqual(['{"name":"app.state","input":{}}', 'text']);
  });

  it('stops hearing when told to', () => {
    const { bridge, listeners } = bench();
    const heard: string[] = [];
    const stop = bridge.on((json) => heard.push(json));
    for (const listener of listeners) listener('a');
    stop();
    for (const listener of listeners) listener('b');
    expect(heard).toEqual(['a']);
    expect(bridge.on('no function' as unknown as () => void)).toBeTypeOf('function');
  });

  it('hands over at most two hundred dropped files', async () => {
    expect(await bench().bridge.take(new Array(230).fill('file'))).toBe('200');
  });
});
