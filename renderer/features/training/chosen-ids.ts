// The ids behind a choice of rows, also when it is "all but these" and most rows were never loaded.
import type { Result } from '../../../preload/contract/result.ts';
import { ok } from '../../../preload/contract/result.ts';
import type { TrainingFilter } from '../../../preload/contract/training.ts';
import { call } from '../../bridge.ts';
import { countChosen, type GridSelection } from '../../ui/grid-selection.ts';

/** Most trainings that one act changes: what one call takes. */
export const mostAtOnce = 500;

export const tooMany = (chosen: GridSelection, total: number): boolean =>
  countChosen(chosen, total) > mostAtOnce;

/** Ids of what is chosen; call it only for choices that are not too many. */
export async function chosenIds(chosen: GridSelection, filter: TrainingFilter): Promise<Result<string[]>> {
  if (!chosen.all) return ok([...chosen.ids]);
  const ids: string[] = [];
  for (let page = 1; ; page++) {
    const answer = await call('training.list', { ...filter, page, pageSize: mostAtOnce });
    if (!answer.ok) return answer;
    ids.push(...answer.value.rows.map((row) => row.id).filter((id) => !chosen.ids.has(id)));
    if (page * mostAtOnce >= answer.value.total) return ok(ids.slice(0, mostAtOnce));
  }
}
