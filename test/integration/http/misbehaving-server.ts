// An HTTPS server on loopback that does, by path, each thing a network can do to a request. It counts what it received.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createServer as createPlain, type Server as PlainServer, type Socket } from 'node:net';
import type { TlsFiles } from './certificate.ts';

export type MisbehavingServer = {
  url: string;
  /** A port on which every connection is cut before TLS begins. */
  cutUrl: string;
  /** A port where nobody listens. */
  closedUrl: string;
  received: string[];
  close(): Promise<void>;
};

export async function startMisbehaving({
  key,
  cert,
}: Pick<TlsFiles, 'key' | 'cert'>): Promise<MisbehavingServer> {
  const received: string[] = [];
  const server = createServer({ key, cert }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push(`${request.method} ${request.url} ${Buffer.concat(chunks).toString('utf8')}`);
      behave(request, response, () => reset(request));
    });
  });
  // A TLS socket cannot be reset itself; the TCP socket under it can.
  const raw = new Map<number | undefined, Socket>();
  server.on('connection', (socket: Socket) => raw.set(socket.remotePort, socket));
  const reset = (request: IncomingMessage) => raw.get(request.socket.remotePort)?.resetAndDestroy();
  const cutter = createPlain((socket) => socket.destroy());
  const closed = createPlain();
  const port = await listen(server);
  const cutPort = await listen(cutter);
  const closedPort = await listen(closed);
  await stop(closed);
  return {
    url: `https://127.0.0.1:${port}`,
    cutUrl: `https://127.0.0.1:${cutPort}`,
    closedUrl: `https://127.0.0.1:${closedPort}`,
    received,
    close: async () => {
      server.closeAllConnections();
      await Promise.all([stop(server), stop(cutter)]);
    },
  };
}

function behave(request: IncomingMessage, response: ServerResponse, reset: () => void): void {
  const socket: Socket = request.socket;
  switch (request.url?.split('?')[0]) {
    case '/reset':
      reset();
      break;
    case '/half':
      response.writeHead(200, { 'content-length': '1000' });
      response.write('only the beginning');
      setTimeout(() => socket.destroy(), 20);
      break;
    case '/silent':
      break;
    case '/trickle':
      response.writeHead(200, { 'content-length': '1000' });
      response.write('x');
      break;
    case '/large':
      response.end(Buffer.alloc(300_000, 97));
      break;
    case '/redirect':
      response.writeHead(302, { location: '/elsewhere' }).end();
      break;
    case '/refuse':
      response
        .writeHead(429, { 'retry-after': '7', 'content-type': 'application/problem+json' })
        .end('{"status":429}');
      break;
    default:
      response.setHeader('x-twice', ['a', 'b']);
      response.end(JSON.stringify({ method: request.method, headers: request.headers }));
  }
}

function listen(server: Server | PlainServer): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function stop(server: Server | PlainServer): Promise<void> {
  return new Promise((resolve) => void server.close(() => resolve()));
}
