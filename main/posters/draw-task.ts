// In a worker: the printable documents of many posters, as five hundred codes take half a second.

import { ok, type Result } from '../../preload/contract/result.ts';
import type { TaskRun } from '../platform/job-tasks.ts';
import { type NoticeWords, noticePage } from './notice-html.ts';
import type { PosterContent } from './poster-content.ts';
import { type PosterLook, posterDrawer, sharedKey } from './poster-html.ts';

export type Drawing = {
  look: PosterLook;
  contents: readonly PosterContent[];
  /** Absent: posters. */
  notice?: NoticeWords | undefined;
  /** Draw each page as a whole, and nothing apart. */
  whole: boolean;
};
export type Drawn = {
  html: string;
  /** What many pages share, to lie under them; `which` names it for each page. */
  shared: { html: string; which: number[] } | null;
};

/** The task `posters.draw`. Failure posterCodeTooLong (`details.reference`): an address does not fit a code of this size. */
export const drawPosters: TaskRun<Drawing, Result<Drawn>> = ({ look, contents, notice, whole }) => {
  const drawer = posterDrawer(look);
  const pages: string[] = [];
  const keys: string[] = [];
  const which: number[] = [];
  for (const content of contents) {
    const page = notice === undefined ? drawer.own(content) : noticePage(look, content, notice);
    if (!page.ok) return page;
    if (whole && notice === undefined) pages.push(drawer.shared(sharedKey(content)) + page.value);
    else pages.push(page.value);
    const key = sharedKey(content);
    if (!keys.includes(key)) keys.push(key);
    which.push(keys.indexOf(key));
  }
  const html = drawer.document(pages, notice !== undefined);
  return ok({
    html,
    shared: whole || notice !== undefined ? null : { html: drawer.document(keys.map(drawer.shared)), which },
  });
};
