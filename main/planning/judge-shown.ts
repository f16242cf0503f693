// Judges the rows of a planning that were refused at first with what a person put in them. All of them: one cell may decide over
// others, as an own number beside an INSZ does, or the same stay twice.
import { inSlices, type Steps } from '../platform/slices.ts';
import type { ReadList } from './opened-plannings.ts';
import { type RowFix, rowReader } from './row-reader.ts';

type Read = Pick<ReadList, 'fields' | 'names' | 'file'>;

/** On main, with room for other calls: the file is not read again. */
export const judgeShown = (read: Read, fixes: ReadonlyMap<number, RowFix>): Promise<ReadList> =>
  inSlices(judging(read, fixes));

function* judging({ fields, names, file }: Read, fixes: ReadonlyMap<number, RowFix>): Steps<ReadList> {
  const { planned, off } = file.sums;
  const reader = rowReader(fields, names, { planned, off });
  let stays = 0;
  for (const part of file.parts) {
    for (const stay of part.stays) reader.know(stay);
    for (const [number, insz] of part.numbers) reader.teach(number, insz);
    stays += part.stays.length;
    yield;
  }
  const shown: ReadList['shown'] = [];
  const added: ReadList['added'] = { stays: [], numbers: [] };
  for (const row of file.refused) {
    const { outcome, who, findings, ...more } = reader.take(row.line, row.cells, fixes.get(row.line));
    added.stays.push(...more.stays);
    if (more.number !== null) added.numbers.push(more.number);
    shown.push({ ...row, outcome, who, findings });
    yield;
  }
  return {
    ...{ fields, names, file, shown, added, sums: reader.sums() },
    stays: stays + added.stays.length,
  };
}
