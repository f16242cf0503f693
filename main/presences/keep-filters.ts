// Searches kept under a name, in this profile: added, changed, removed and brought back.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { mostSavedFilters, presenceSearchSchema } from '../../preload/contract/presence-search.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import {
  filterByName,
  findFilter,
  insertFilter,
  listFilters,
  markFilter,
  updateFilter,
} from './filter-store.ts';

type Nothing = Record<string, never>;
const taken = () => fail('alreadyExists', { details: { field: 'name' } });

/** One that another version kept in a way that is not understood here is left out. */
export function showFilters({ db }: Session): HandlerOutput<'presenceFilter.list'> {
  const rows = listFilters(db, mostSavedFilters).flatMap(({ id, name, filter, revision }) => {
    const search = presenceSearchSchema.safeParse(JSON.parse(filter));
    return search.success ? [{ id, name, search: search.data, revision }] : [];
  });
  return { rows };
}

export function addFilter(
  session: Session,
  { name, search }: HandlerInput<'presenceFilter.add'>,
): Result<{ id: string }> {
  const { db } = session;
  const added = attempt(db, () => {
    if (filterByName(db, name) !== null) return taken();
    if (listFilters(db, mostSavedFilters).length >= mostSavedFilters) return fail('tooLarge');
    const id = session.ids.newId();
    const createdAt = session.clock.now().toISOString();
    insertFilter(db, { id, name, filter: JSON.stringify(search), createdAt });
    return ok({ id });
  });
  if (added.ok) session.changed('presenceFilter.changed', [added.value.id]);
  return added;
}

export function changeFilter(
  session: Session,
  { id, expectedRevision, name, search }: HandlerInput<'presenceFilter.update'>,
): Result<Nothing> {
  return done(session, id, () => {
    if (findFilter(session.db, id) === null) return fail('notFound');
    const same = filterByName(session.db, name);
    if (same !== null && same.id !== id) return taken();
    const changed = updateFilter(session.db, { id, expectedRevision, name, filter: JSON.stringify(search) });
    return changed ? ok({}) : fail('conflict');
  });
}

export const removeFilter = (session: Session, id: string): Result<Nothing> =>
  done(session, id, () => {
    if (findFilter(session.db, id) === null) return fail('notFound');
    markFilter(session.db, id, session.clock.now().toISOString());
    return ok({});
  });

export const restoreFilter = (session: Session, id: string): Result<Nothing> =>
  done(session, id, () => {
    const removed = findFilter(session.db, id, true);
    if (removed === null) return fail('notFound');
    if (filterByName(session.db, removed.name) !== null) return taken();
    markFilter(session.db, id, null);
    return ok({});
  });

function done(session: Session, id: string, act: () => Result<Nothing>): Result<Nothing> {
  const result = attempt(session.db, act);
  if (result.ok) session.changed('presenceFilter.changed', [id]);
  return result;
}
