// Takes the files of many client employers into the staging room, one after the other, each as a list of its own.
import type { HandlerInput, HandlerOutput } from '../../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { JobRun, Session } from '../../platform/session.ts';
import { keepThread, type Thread } from '../../platform/workers.ts';
import type { Signs } from './many-signs.ts';
import { waitingLists, waitsAlready } from './many-store.ts';
import { whoseList } from './many-whose.ts';
import { type OpenedList, readChosen } from './opened-lists.ts';
import { threadOfLists } from './run-judge.ts';
import { stageList } from './stage-list.ts';

type File = HandlerInput<'trainingLists.take'>['files'][number];
export type Unread = HandlerOutput<'trainingLists.waiting'>['unread'];

const maxMs = 120_000;

/** Files and bytes that are looked into together. */
const mostTogether = 25;
const mostBytes = 50_000_000;

/** Answers the files that did not become lists. Failure cancelled: the lists read until then stay. */
export async function takeLists(
  session: Session,
  windowId: string,
  files: readonly File[],
  most: number,
  run: JobRun,
): Promise<Result<Unread>> {
  const thread = keepThread(threadOfLists);
  try {
    return await takeInThread(session, windowId, files, most, run, thread);
  } finally {
    thread.end();
  }
}

async function takeInThread(
  session: Session,
  windowId: string,
  files: readonly File[],
  most: number,
  run: JobRun,
  thread: Thread,
): Promise<Result<Unread>> {
  const unread: Unread = [];
  const leave = (name: string, code: Unread[number]['code']): void => void unread.push({ name, code });
  let room = most - waitingLists(session.db, most).length;
  let done = 0;
  for await (const group of inGroups(session, windowId, files, leave)) {
    const signs = await signsOfGroup(group, run.signal, thread);
    for (const [at, list] of group.entries()) {
      if (run.signal.aborted) return fail('cancelled', { retry: 'safe' });
      run.progress(done, files.length);
      done += 1;
      const seen = signs.ok ? (signs.value[at] ?? fail('internal')) : signs;
      const taken = seen.ok && room <= 0 ? fail('tooLarge') : seen;
      if (waitsAlready(session.db, list.sha256)) leave(list.name, null);
      else if (!taken.ok) leave(list.name, taken.failure.code);
      else {
        const employerId = whoseList(session, list.name, taken.value);
        const importId = session.ids.newId();
        const staging = { importId, employerId, checkOnly: false, named: [], sheet: { headingLine: null } };
        const staged = await stageList(session, list, staging, {
          ...{ signal: run.signal, thread },
          progress: () => {},
        });
        if (staged.ok) room -= 1;
        else if (staged.failure.code === 'cancelled') return staged;
        else leave(list.name, staged.failure.code);
      }
    }
  }
  run.progress(files.length, files.length);
  return ok(unread);
}

/** Their bytes, as many together as memory bears. */
async function* inGroups(
  session: Session,
  windowId: string,
  files: readonly File[],
  leave: (name: string, code: Unread[number]['code']) => void,
): AsyncGenerator<OpenedList[]> {
  let group: OpenedList[] = [];
  let bytes = 0;
  for (const { selectionId, name } of files) {
    const list = await readChosen(session, windowId, selectionId, {});
    if (!list.ok) {
      leave(name, list.failure.code);
      continue;
    }
    if (group.length >= mostTogether || (group.length > 0 && bytes + list.value.bytes.length > mostBytes)) {
      yield group;
      group = [];
      bytes = 0;
    }
    group.push(list.value);
    bytes += list.value.bytes.length;
  }
  if (group.length > 0) yield group;
}

async function signsOfGroup(
  group: readonly OpenedList[],
  signal: AbortSignal,
  thread: Thread,
): Promise<Result<Result<Signs>[]>> {
  const files = group.map(({ bytes, choice }) => ({ bytes, choice }));
  return thread.run('trainingLists.signs', files, { signal, maxMs });
}
