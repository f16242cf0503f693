// The calls of this room.
import type { HandlersOf } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';

export function guideHandlers(_session: Session): HandlersOf<'guide'> {
  return {};
}
