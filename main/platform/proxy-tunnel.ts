// Asks a proxy for a tunnel (CONNECT, RFC 9110 §9.3.6), to see whether it lets an address through and asks for a password.
import { isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Limits, Opened, Target } from './inspect-way.ts';

/** More than any proxy's answer to CONNECT needs. */
const mostBytes = 16_384;

export async function tunnel(
  proxy: URL,
  { host, port }: Target,
  options: Limits,
  open: (target: Target, options: Limits) => Promise<Opened>,
): Promise<Opened> {
  // An IPv6 address stands between brackets in an address, and nowhere else.
  const name = proxy.hostname.replace(/^\[|\]$/g, '');
  const own = { host: name, port: Number(proxy.port || (proxy.protocol === 'https:' ? 443 : 80)) };
  const opened = await open(own, options);
  if ('failed' in opened) return { failed: 'proxyUnreachable' };
  // What a proxy says before the tunnel stands is only a yes or a no: its own certificate is the agent's business.
  const socket: Socket =
    proxy.protocol === 'https:'
      ? connectTls({
          socket: opened.socket,
          rejectUnauthorized: false,
          ...(isIP(name) === 0 ? { servername: name } : {}),
        })
      : opened.socket;
  const status = await asked(socket, `${host.includes(':') ? `[${host}]` : host}:${port}`, proxy, options);
  if (status === 200) return { socket };
  socket.destroy();
  opened.socket.destroy();
  return { failed: status === 407 ? 'proxyAsksPassword' : 'proxyRefuses' };
}

/** A name or password with a bare `%` is taken as it was typed. */
function typed(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The status that the proxy answers; 0 when it answers none in time. */
function asked(socket: Socket, target: string, proxy: URL, { timeoutMs, signal }: Limits): Promise<number> {
  const login = `${typed(proxy.username)}:${typed(proxy.password)}`;
  const authorization =
    proxy.username === '' ? '' : `Proxy-Authorization: Basic ${Buffer.from(login).toString('base64')}\r\n`;
  return new Promise((resolve) => {
    let head = '';
    const late = (): void => end(0);
    const end = (status: number): void => {
      signal.removeEventListener('abort', late);
      socket.removeAllListeners('data');
      socket.setTimeout(0);
      resolve(status);
    };
    socket.setTimeout(timeoutMs, () => end(0));
    signal.addEventListener('abort', late);
    if (signal.aborted) late();
    socket.on('error', () => end(0));
    socket.once('close', () => end(0));
    socket.on('data', (chunk: Buffer) => {
      head += chunk.toString('latin1');
      if (head.includes('\r\n\r\n') || head.length > mostBytes)
        end(Number(/^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1] ?? 0));
    });
    socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n${authorization}\r\n`);
  });
}
