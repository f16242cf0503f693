// The built page from a server on this machine, with the headers that the app's own hosts set: one for each folder and test
// process. Files whose names change with their content may be kept, so that the browser reads and compiles them once.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readPageFile } from '../../main/host/page-files.ts';

type PageFile = Awaited<ReturnType<typeof readPageFile>>;

/** An empty document of the page's own origin: between two visits nothing of the former page lives on. */
export const emptyPath = '/empty';

const servers = new Map<string, Promise<string>>();

/** The origin under which the folder is served, as long as this process lives. */
export function serveFolder(folder: string): Promise<string> {
  const known = servers.get(folder) ?? startServer(folder);
  servers.set(folder, known);
  return known;
}

function startServer(folder: string): Promise<string> {
  const read = new Map<string, Promise<PageFile>>();
  const fileAt = (path: string): Promise<PageFile> => {
    const known = read.get(path) ?? readPageFile(folder, path);
    read.set(path, known);
    return known;
  };
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const { status, headers, body } = await fileAt(path === emptyPath ? '/' : path);
    const kept = status === 200 && path.startsWith('/assets/');
    response.writeHead(
      status,
      kept ? { ...headers, 'cache-control': 'public, max-age=3600, immutable' } : headers,
    );
    response.end(path === emptyPath ? '<!doctype html><title>Empty</title>' : body);
  });
  // The test process ends when its tests have ended.
  server.unref();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve(`http://127.0.0.1:${port}`);
    });
  });
}
