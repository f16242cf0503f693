// Files in the Chromium host: the browser's own dialog opens from an isolated world of the page, and main learns the
// path over the DevTools pipe. The page's scripts see neither the input element nor the path.
import type { CDPSession } from 'playwright-core';

const chooser = (accept: string): string => `new Promise((resolve) => {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = ${JSON.stringify(accept)};
  input.addEventListener('change', () => resolve(input.files[0] ?? null));
  input.addEventListener('cancel', () => resolve(null));
  input.click();
})`;

/** Opens the file dialog and answers the chosen path, or null when the person thought better of it. */
export async function choosePath(cdp: CDPSession, extensions: readonly string[]): Promise<string | null> {
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const { executionContextId } = await cdp.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'sociodesk-files',
  });
  const { result } = await cdp.send('Runtime.evaluate', {
    contextId: executionContextId,
    expression: chooser(extensions.map((extension) => `.${extension}`).join(',')),
    awaitPromise: true,
    userGesture: true,
  });
  return result.objectId ? pathOf(cdp, result.objectId) : null;
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
