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
  /** Each page as a whole; or what is a site's own; or what many pages share, which takes no time. */
  part: 'whole' | 'own' | 'shared';
};
export type Drawn = {
  html: string;
  /** Of what is shared: the page (from 0) that lies under each. */
  which: number[];
};

/** The task `posters.draw`. Failure posterCodeTooLong (`details.reference`): an address does not fit a code of this size. */
export const drawPosters: TaskRun<Drawing, Result<Drawn>> = ({ look, contents, notice, part }) => {
  const drawer = posterDrawer(look);
  if (part === 'shared') {
    const keys = [...new Set(contents.map(sharedKey))];
    const which = contents.map((content) => keys.indexOf(sharedKey(content)));
    return ok({ html: drawer.document(keys.map(drawer.shared)), which });
  }
  const pages: string[] = [];
  for (const content of contents) {
    const page = notice === undefined ? drawer.own(content) : noticePage(look, content, notice);
    if (!page.ok) return page;
    const under = part === 'whole' && notice === undefined ? drawer.shared(sharedKey(content)) : '';
    pages.push(under + page.value);
  }
  return ok({ html: drawer.document(pages, notice !== undefined), which: [] });
};
