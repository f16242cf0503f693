// The register and the service of the clerk's day as plain records to hold beside each other. The service is read over its
// own interfaces by an account of its own, and what should be there comes from the story: nothing of the client's sending.

import {
  type Cell,
  clients,
  filedElsewhere,
  withoutMandate,
  withUnknownWorker,
} from '../../main/launch/demo/clerk-day.ts';
import { makeCertificate } from '../integration/practice/support/certificates.ts';
import type { PracticeClient } from '../integration/practice/support/client.ts';
import type { ClerkRun } from './clerk-run.ts';

export type Held = {
  employer: string;
  insz: string;
  title: string;
  start: string;
  end: string;
  minutes: number;
};
type Referred = Held & { reference: string };
type Entry = { path: string; effects: { externalReference: string; effect: string }[] };

/** Worker-years that the service does not take: three without a mandate, and one of somebody it does not know. */
export const notTakenByStory = 4;

const byPlace = (one: Held, other: Held): number =>
  `${one.employer} ${one.insz} ${one.title}`.localeCompare(`${other.employer} ${other.insz} ${other.title}`);

export async function ledgerOf(practice: PracticeClient): Promise<Entry[]> {
  const { json } = await practice.admin('GET', '/ledger');
  return (json.items as unknown as Entry[]).filter(({ path }) => path.endsWith('/trainings'));
}

const shown = (cell: Cell | undefined): string =>
  cell === undefined || 'number' in cell
    ? ''
    : 'day' in cell
      ? cell.day
      : 'text' in cell
        ? cell.text
        : cell.shown;
const dayOf = (text: string): string => text.replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, '$3-$2-$1');

/** What the story says should stand at the service in the end: its rows with the mistakes put right. */
export function expectedRecords(): Held[] {
  const right: Record<string, string> = {
    '0:60': '1:00',
    '03/02/1925': '03/02/2025',
    '01/02/2025': '03/02/2025',
  };
  const records = clients.flatMap(({ number, rows, workers }, at) =>
    at === withoutMandate
      ? []
      : workers.flatMap(({ insz }, which) => {
          if (at === withUnknownWorker && which === 1) return [];
          const [, title, , , start, end, duration] = (rows[which] ?? []).map((cell) => {
            const text = shown(cell);
            return right[text] ?? text;
          });
          const [hours = 0, minutes = 0] = (duration ?? '').split(':').map(Number);
          return [
            {
              ...{
                employer: number,
                insz,
                title: title ?? '',
                start: dayOf(start ?? ''),
                end: dayOf(end ?? ''),
              },
              minutes: hours * 60 + minutes,
            },
          ];
        }),
  );
  const { training, enterpriseNumber, insz } = filedElsewhere;
  const other = { title: training.title, start: training.startDate, end: training.endDate, minutes: 120 };
  return [...records, { employer: enterpriseNumber, insz, ...other }].toSorted(byPlace);
}

type Sent = {
  externalReference: string;
  title: string;
  startDate: string;
  endDate: string;
  duration: { hours: number; minutes: number };
};

/** What the register says was accepted, what stands at the service, and the service's ledger. */
export async function heldRecords(app: ClerkRun, practice: PracticeClient, mandatary: string) {
  const { employers } = await employersOf(app);
  const registered: Held[] = [];
  for (let page = 1; ; page += 1) {
    const { rows, total } = await app.must('training.list', { page, pageSize: 500 });
    for (const { employerId, insz, fields, state } of rows)
      if (state === 'accepted' || state === 'acceptedWithWarnings')
        registered.push({
          ...{
            employer: employers.get(employerId) ?? '',
            insz,

            title: fields.title,
          },
          ...{
            start: fields.startDate ?? '',
            end: fields.endDate ?? '',
            minutes: fields.durationMinutes ?? 0,
          },
        });
    if (page * 500 >= total) break;
  }
  const certificate = makeCertificate();
  const clientId = await practice.register(certificate, mandatary, 'socialSecretariat');
  const token = await practice.token(clientId, certificate.keyPem);
  const held: Referred[] = [];
  for (const [at, { number, workers }] of clients.entries())
    for (const { insz } of at === withoutMandate ? [] : workers) {
      const path = `/employers/${number}/employees/${insz}/calendarYears/2025/trainings`;
      const answer = await practice.fla('GET', path, token);
      if (answer.status !== 200) continue;
      for (const one of answer.json.items as unknown as Sent[])
        held.push({
          ...{ employer: number, insz, reference: one.externalReference, title: one.title },
          ...{
            start: one.startDate,
            end: one.endDate,
            minutes: one.duration.hours * 60 + one.duration.minutes,
          },
        });
    }
  return {
    registered: registered.toSorted(byPlace),
    held: held.toSorted(byPlace),
    ledger: await ledgerOf(practice),
  };
}

async function employersOf(app: ClerkRun): Promise<{ employers: Map<string, string> }> {
  const { rows } = await app.must('employer.list', { pageSize: 500 });
  return { employers: new Map(rows.map(({ id, enterpriseNumber }) => [id, enterpriseNumber ?? ''])) };
}
