// The report of a client: what was filed, refused and is open, as the register stands, on the page and in files.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readTable } from '../../../main/platform/tables/read-table.ts';
import { createTexts } from '../../../main/platform/texts.ts';
import { intakeHandlers } from '../../../main/training/intake/handlers.ts';
import { insertTraining } from '../../../main/training/training-store.ts';
import { ok } from '../../../preload/contract/result.ts';
import { type OpenProfile, openProfile, workers } from '../../support/seed-profile.ts';

const call = { windowId: 'w1', traceId: 't1' };
let profile: OpenProfile;
let handlers: ReturnType<typeof intakeHandlers>;
let printed: string;
let files: { name: string; bytes: Uint8Array }[];
beforeEach(() => {
  profile = openProfile();
  printed = '';
  files = [];
  const { session } = profile;
  handlers = intakeHandlers({
    ...session,
    texts: createTexts(),
    host: {
      ...session.host,
      saveFile: async (_window, name, bytes) => {
        files.push({ name, bytes });
        return ok({ name });
      },
      makePdf: async (html) => {
        printed = html;
        return ok(new TextEncoder().encode('%PDF-'));
      },
    },
  });
  const add = (worker: keyof typeof workers, title: string, columns: object) =>
    insertTraining(session.db, {
      id: session.ids.newId(),
      employerId: profile.employerId,
      workerId: profile.workerIds[worker],
      year: 2025,
      externalReference: title,
      columns: { title, start_date: '2025-02-03', end_date: '2025-02-03', duration_minutes: 228, ...columns },
      at: '2025-03-01T09:00:00Z',
    });
  const refusal = { code: 'F0010-014', severity: 'blocking', title: { nl: 'Einde voor begin' }, detail: 'x' };
  add('fien', 'Tillen', { state: 'accepted' });
  add('fien', 'Biociden', { state: 'acceptedWithWarnings' });
  add('marek', 'Hoogwerker <basis>', { state: 'refused', anomalies: JSON.stringify([refusal]) });
  add('rania', 'EHBO', { state: 'draft' });
  add('rania', 'Taal', { state: 'unknown' });
  add('rania', 'Oud', { state: 'withdrawn' });
  add('rania', 'Weg', { state: 'draft', removed_at: '2025-03-01T09:00:00Z' });
});
afterEach(() => profile.close());

const report = async (group: 'filed' | 'refused' | 'open' | null = null) => {
  const { employerId } = profile;
  const shown = await handlers['intake.report'](
    { employerId, year: 2025, group, page: 1, pageSize: 100 },
    call,
  );
  if (!shown.ok) throw new Error(shown.failure.code);
  return shown.value;
};
const save = (format: 'xlsx' | 'pdf') =>
  handlers['intake.saveReport']({ employerId: profile.employerId, year: 2025, format }, call);

describe('on the page', () => {
  it('counts what stands, and leaves out what was withdrawn or removed', async () => {
    const { counts, total } = await report();
    expect(counts).toEqual({ filed: 2, refused: 1, open: 2, workers: 3, filedMinutes: 456 });
    expect(total).toBe(5);
  });

  it('shows a group by itself, with what the service said', async () => {
    const { rows, total } = await report('refused');
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({ title: 'Hoogwerker <basis>', anomalies: [{ code: 'F0010-014' }] });
  });
});

describe('as a file', () => {
  it('is a workbook with what needs somebody first, and no number of a person', async () => {
    expect(await save('xlsx')).toMatchObject({ ok: true, value: { rows: 5 } });
    expect(files[0]?.name).toBe('Verslag opleidingen Schoonmaak De Berk 2025.xlsx');
    const read = await readTable({ bytes: files[0]?.bytes ?? new Uint8Array() });
    const rows = read.ok ? (read.value.sheets[0]?.rows ?? []) : [];
    expect(rows.map(({ cells }) => `${cells[0]} ${cells[2]}`)).toEqual([
      ' Opleiding',
      'Geweigerd Hoogwerker <basis>',
      'Nog open EHBO',
      'Nog open Taal',
      'Ingediend en aanvaard Tillen',
      'Ingediend en aanvaard Biociden',
    ]);
    expect(rows[1]?.cells[7]).toBe('Einde voor begin (F0010-014)');
    for (const insz of Object.values(workers)) expect(JSON.stringify(rows)).not.toContain(insz);
  });

  it('is a PDF in the language of the client, in which no title can become markup', async () => {
    profile.session.db.prepare("UPDATE employer SET language = 'fr'").run();
    expect(await save('pdf')).toMatchObject({ ok: true });
    expect(files[0]?.name).toBe('Rapport formations Schoonmaak De Berk 2025.pdf');
    expect(printed).toContain('<html lang="fr">');
    expect(printed).toContain('Hoogwerker &lt;basis&gt;');
    expect(printed).toContain('2 formations ont été acceptées, soit 7:36 heures.');
    for (const insz of Object.values(workers)) expect(printed).not.toContain(insz);
  });

  it('is none where there is no training at all, or no such client', async () => {
    profile.session.db.prepare('DELETE FROM training').run();
    expect(await save('pdf')).toMatchObject({ ok: false, failure: { code: 'nothingToSend' } });
    const elsewhere = { employerId: profile.session.ids.newId(), year: 2025, format: 'pdf' } as const;
    expect(await handlers['intake.saveReport'](elsewhere, call)).toMatchObject({
      ok: false,
      failure: { code: 'notFound' },
    });
  });
});
