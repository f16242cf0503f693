// Lists of 100,000 trainings for the import bench, with errors seeded at known lines: CSV, and a workbook with shared strings.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bookOf } from '../support/workbooks.ts';
import { numbered } from './children/workers.ts';

export const rowsOfList = 100_000;
export const workersOfList = 1_000;

const headings = [
  'INSZ',
  'Werknemer',
  'Opleiding',
  'Begindatum',
  'Einddatum',
  'Duur',
  'Status',
  'Soort',
  'Verstrekker',
  'Intern of extern',
  'Kost',
  'Gefinancierd door',
];

/** One of each hundred rows is wrong, in one of five ways. */
const errorEvery = 100;
/** Which cell, and what stands in it. */
const spoiled: readonly (readonly [number, string])[] = [
  [0, '05011512379'],
  [3, '30/2/2025'],
  [5, '0:60'],
  [6, 'misschien'],
  [2, ''],
];

export type ListFiles = { csv: string; xlsx: string; text: string; wrongLines: number[] };

/** Lines count from 1, the headings being the first. */
export function writeLists(folder: string): ListFiles {
  const workers = numbered(0, workersOfList).map(({ insz, familyName }) => [
    String(insz),
    String(familyName),
  ]);
  const rows: string[][] = [];
  const wrongLines: number[] = [];
  for (let at = 0; at < rowsOfList; at += 1) {
    const [insz = '', name = ''] = workers[at % workersOfList] ?? [];
    const round = Math.floor(at / workersOfList);
    // January and February: over on the day on which practice opens.
    const day = `${1 + (round % 28)}/${1 + (Math.floor(round / 28) % 2)}/2025`;
    const cells = [insz, name, `Veilig werken, deel ${round + 1}`, day, day, '3:48', 'voltooid', 'formeel'];
    cells.push('Opleidingscentrum De Brug', 'extern', '125,50', 'werkgever');
    if (at % errorEvery === errorEvery - 1) {
      const [place = 0, wrong = ''] = spoiled[Math.floor(at / errorEvery) % spoiled.length] ?? [];
      cells[place] = wrong;
      wrongLines.push(at + 2);
    }
    rows.push(cells);
  }
  const text = [headings, ...rows].map((cells) => cells.join(';')).join('\r\n');
  const csv = join(folder, 'opleidingen.csv');
  const xlsx = join(folder, 'opleidingen.xlsx');
  writeFileSync(csv, text);
  writeFileSync(xlsx, workbookOf([headings, ...rows]));
  return { csv, xlsx, text, wrongLines };
}

function workbookOf(rows: readonly (readonly string[])[]): Buffer {
  const places = new Map<string, number>();
  const placeOf = (text: string): number => {
    const known = places.get(text) ?? places.size;
    places.set(text, known);
    return known;
  };
  const lines = rows.map((cells, at) => {
    const written = cells.map((cell, column) =>
      cell === ''
        ? ''
        : `<c r="${String.fromCharCode(65 + column)}${at + 1}" t="s"><v>${placeOf(cell)}</v></c>`,
    );
    return `<row r="${at + 1}">${written.join('')}</row>`;
  });
  const strings = [...places.keys()].map((text) => `<si><t>${text}</t></si>`).join('');
  return bookOf({ sheets: [{ name: 'Opleidingen', rows: lines.join('') }], strings });
}
