// The workbooks that the clients of the clerk's day send in, as a spreadsheet program keeps them: days as days, and numbers
// that lost their zero.
import writeXlsxFile from 'write-excel-file/node';
import { type Cell, type Client, headings } from './clerk-day.ts';

const written = (cell: Cell) => {
  if ('number' in cell) return { value: cell.number, type: Number };
  if ('day' in cell)
    return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' as const };
  return { value: 'shown' in cell ? cell.shown : cell.text, type: String };
};

export const workbookOf = ({ rows }: Pick<Client, 'rows'>): Promise<Uint8Array> =>
  writeXlsxFile(
    [headings.map((value) => ({ value, type: String })), ...rows.map((row) => row.map(written))],
    {
      sheet: 'Februari',
    },
  ).toBuffer();
