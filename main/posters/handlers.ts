// The calls `poster.*`.
import { ok } from '../../preload/contract/result.ts';
import type { HandlersOf } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';
import { posterMaking } from './make-posters.ts';
import { previewPoster } from './preview-poster.ts';

export function posterHandlers(session: Session): HandlersOf<'poster'> {
  const posters = posterMaking(session);
  return {
    'poster.make': (input, { windowId }) => posters.make(windowId, input),
    'poster.pause': ({ paused }) => posters.pause(paused),
    'poster.making': () => ok(posters.making()),
    'poster.made': ({ jobId }, { windowId }) => posters.made(windowId, jobId),
    'poster.save': ({ jobId }, { windowId }) => posters.save(windowId, jobId),
    'poster.preview': (input) => previewPoster(session, input),
  };
}
