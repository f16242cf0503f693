// The calls `view.*`: how a person set up pages.
import { ok } from '../../preload/contract/result.ts';
import { attempt } from '../platform/database.ts';
import type { HandlersOf } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';
import { findView, keepView } from './view-store.ts';

export function viewHandlers({ db }: Pick<Session, 'db'>): HandlersOf<'view'> {
  return {
    'view.kept': ({ name }) => ok({ kept: findView(db, name) }),
    'view.keep': ({ name, kept }) =>
      attempt(db, () => {
        keepView(db, name, kept);
        return ok({});
      }),
  };
}
