// Who stands on the way and never stops talking, and proxies with names that are hard to read: the look at the way ends.
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { inspector } from '../../../main/platform/inspect-way.ts';
import { tunnel } from '../../../main/platform/proxy-tunnel.ts';

const servers: Server[] = [];
const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

async function listening(talk: (socket: Socket) => void): Promise<number> {
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
    talk(socket);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
/** Short where the limit itself is what the test is about. */
const through = (proxy: string | null, target: string, timeoutMs = 600) =>
  inspector(
    () => ({ ca: [], own: null }),
    () => (proxy === null ? null : { url: new URL(proxy) }),
  )(target, { timeoutMs });
/** A byte every now and then, long before any limit on silence. */
const drip = (bytes: (at: number) => Uint8Array | string) => (socket: Socket) => {
  let at = 0;
  const timer = setInterval(() => {
    if (socket.writable) socket.write(bytes(at));
    else clearInterval(timer);
    at += 1;
  }, 50);
  socket.on('close', () => clearInterval(timer));
};

test('a proxy that answers without end is told as one that refuses', async () => {
  const port = await listening(drip(() => 'x'));
  expect(await through(`http://127.0.0.1:${port}`, 'https://services.example.test/')).toMatchObject({
    connection: 'proxyRefuses',
  });
});

test('a server whose first TLS record never ends is told as too slow', async () => {
  const start = Buffer.from([0x16, 3, 3, 0x3f, 0xff, 2, 0, 0x3f, 0xfb]);
  const port = await listening(
    drip((at) => (start.subarray(at, at + 1).length ? start.subarray(at, at + 1) : '\0')),
  );
  expect(await through(null, `https://127.0.0.1:${port}/`)).toMatchObject({ connection: 'timeout' });
});

test('a name and password with a bare percent sign reach the proxy as they were typed', async () => {
  let head = '';
  const port = await listening((socket) =>
    socket.on('data', (chunk) => {
      head += chunk.toString('latin1');
      socket.write('HTTP/1.1 407 no\r\n\r\n');
    }),
  );
  const proxy = `http://us%er:p%20w@127.0.0.1:${port}`;
  const way = await through(proxy, 'https://services.example.test/', 60_000);
  expect(way).toMatchObject({ connection: 'proxyAsksPassword', proxy: { withPassword: true } });
  expect(head).toContain(`Basic ${Buffer.from('us%er:p w').toString('base64')}\r\n`);
});

test('a proxy at an IPv6 address is looked for without the brackets of its address', async () => {
  const asked: string[] = [];
  const limits = { timeoutMs: 600, signal: AbortSignal.timeout(600) };
  const way = await tunnel(new URL('http://[::1]:8080'), { host: 'x', port: 1 }, limits, ({ host, port }) => {
    asked.push(`${host} ${port}`);
    return Promise.resolve({ failed: 'refused' });
  });
  expect(asked).toEqual(['::1 8080']);
  expect(way).toEqual({ failed: 'proxyUnreachable' });
});
