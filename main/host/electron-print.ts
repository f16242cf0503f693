// Prints our HTML in a hidden window with scripts off; its session answers nothing but the text itself.
import type * as Electron from 'electron';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { pageScheme } from './electron-guards.ts';
import { printWindowOptions } from './electron-window.ts';

const address = `${pageScheme}://print/`;
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

export async function printInElectron(
  electron: Pick<typeof Electron, 'BrowserWindow' | 'session'>,
  html: string,
  partition: string,
): Promise<Result<Uint8Array>> {
  const session = electron.session.fromPartition(partition, { cache: false });
  session.protocol.handle(pageScheme, (request) =>
    request.url === address
      ? new Response(html, {
          headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
        })
      : new Response(null, { status: 404 }),
  );
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: details.url !== address && !details.url.startsWith('data:') }),
  );
  const window = new electron.BrowserWindow(printWindowOptions(partition));
  try {
    await window.loadURL(address);
    const pdf = await window.webContents.printToPDF({
      pageSize: 'A4',
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
    return ok(pdf);
  } catch {
    return fail('notSupportedHere');
  } finally {
    window.destroy();
    session.protocol.unhandle(pageScheme);
  }
}
