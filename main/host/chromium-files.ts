// Files in the Chromium host: the browser's own dialog opens from an isolated world of the page, and main learns the
// path over the DevTools pipe. The page's scripts see neither the input element nor the path.
import type { CDPSession } from 'playwright-core';

const chooser = (accept: string, several: boolean): string => `new Promise((resolve) => {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = ${several};
  input.accept = ${JSON.stringify(accept)};
  input.addEventListener('change', () => resolve(Array.from(input.files)));
  input.addEventListener('cancel', () => resolve([]));
  input.click();
})`;

/** Opens the file dialog and answers the chosen path, or null when the person thought better of it. */
export const choosePath = async (cdp: CDPSession, extensions: readonly string[]): Promise<string | null> =>
  (await askFor(cdp, extensions, false))[0] ?? null;

/** The same for several files at once. */
export const choosePaths = (cdp: CDPSession, extensions: readonly string[]): Promise<string[]> =>
  askFor(cdp, extensions, true);

async function askFor(cdp: CDPSession, extensions: readonly string[], several: boolean): Promise<string[]> {
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const { executionContextId } = await cdp.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'sociodesk-files',
  });
  const { result } = await cdp.send('Runtime.evaluate', {
    contextId: executionContextId,
    expression: chooser(extensions.map((extension) => `.${extension}`).join(','), several),
    awaitPromise: true,
    userGesture: true,
  });
  if (result.objectId === undefined) return [];
  const { result: files } = await cdp.send('Runtime.getProperties', {
    objectId: result.objectId,
    ownProperties: true,
  });
  const paths: string[] = [];
  for (const { value } of files)
    if (value?.objectId !== undefined && value.className === 'File')
      paths.push(await pathOf(cdp, value.objectId));
  await cdp.send('Runtime.releaseObject', { objectId: result.objectId }).catch(() => {});
  return paths;
}

/** The paths of files dropped on the page, which it put aside under a key of its own. */
export async function droppedPaths(cdp: CDPSession, count: number): Promise<string[]> {
  const paths: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const { result } = await cdp.send('Runtime.evaluate', {
      expression: `window.sociodesk.dropped?.[${index}]`,
    });
    if (result.objectId && result.className === 'File') paths.push(await pathOf(cdp, result.objectId));
  }
  return paths;
}

async function pathOf(cdp: CDPSession, objectId: string): Promise<string> {
  try {
    const { path } = await cdp.send('DOM.getFileInfo', { objectId });
    return path;
  } finally {
    await cdp.send('Runtime.releaseObject', { objectId }).catch(() => {});
  }
}
