// The calls `training.*`.
import { ok } from '../../preload/contract/result.ts';
import { scopeOf } from '../employers/employer-scope.ts';
import type { HandlersOf } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';
import { addTrainings } from './add-trainings.ts';
import { balanceOf } from './balance.ts';
import { groupsOf, idsWithFinding } from './finding-groups.ts';
import { importRows, validateRows } from './import-rows.ts';
import { checkTrainings, listOfTrainings, readTraining } from './read-trainings.ts';
import { removeTrainings } from './remove-trainings.ts';
import { submitTrainings } from './submit-trainings.ts';
import { countTrainings } from './training-list-store.ts';
import { redoEdit, undoEdit } from './undo-edit.ts';
import { updateTraining, updateTrainings } from './update-training.ts';
import type { WorkerYearQueue } from './worker-year-queue.ts';

export function trainingHandlers(session: Session, queue: WorkerYearQueue): HandlersOf<'training'> {
  return {
    'training.list': (input) => listOfTrainings(session, input),
    'training.get': ({ id }) => readTraining(session, 'all', id),
    'training.counts': ({ employerId, year }) => ok(countTrainings(session.db, scopeOf(employerId), year)),
    'training.add': (input, { windowId }) => addTrainings(session, windowId, input),
    'training.update': (input, { windowId }) => updateTraining(session, queue, windowId, input),
    'training.updateMany': (input, { windowId }) => updateTrainings(session, queue, windowId, input),
    'training.remove': (input, { windowId }) => removeTrainings(session, queue, windowId, input),
    'training.undo': (_input, { windowId }) => undoEdit(session, windowId),
    'training.redo': (_input, { windowId }) => redoEdit(session, windowId),
    'training.check': ({ ids }) => ok({ rows: checkTrainings(session, ids) }),
    'training.findingGroups': ({ filter }) => groupsOf(session, filter),
    'training.withFinding': ({ filter, rule }) => idsWithFinding(session, filter, rule),
    'training.balance': ({ workerId, year }) => balanceOf(session, workerId, year),
    'training.submit': (input) => submitTrainings(session, queue, input),
    'training.validateRows': (input) => validateRows(session, input),
    'training.importRows': (input) => importRows(session, input),
  };
}
