// A registration with its remark as a real PDF, made by the browser: what stands in it, and what its name does not say.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { printingHost } from '../../../main/host/printing-host.ts';
import { presenceHandlers } from '../../../main/presences/handlers.ts';
import { newFolder, removeFolder } from '../../support/application-bench.ts';
import { pdfPages, pdfText } from '../../support/pdf-text.ts';
import { DAAN, openSite, PARK, type SiteBench, today } from './site-bench.ts';

let bench: SiteBench;
const folder = newFolder();
const saved: { name: string; bytes: Uint8Array }[] = [];

const host = {
  ...printingHost(folder),
  saveFile: async (_window: string, name: string, bytes: Uint8Array) => {
    saved.push({ name, bytes });
    return { ok: true as const, value: { name } };
  },
};
const save = (serviceId: number) => {
  const session = bench.app.session();
  if (session === null) throw new Error('nothing is open');
  const input = { serviceId, language: 'nl' } as const;
  return presenceHandlers({ ...session, host })['presence.saveEvidence'](input, {
    windowId: 'w',
    traceId: 't',
  });
};

beforeAll(async () => {
  bench = await openSite();
  await bench.admin('PUT', '/switches', { presenceDelaySeconds: 0 });
  await bench.admin('PUT', '/presence/planned-remarks', { items: [{ code: 'limosaIdUnknown', times: 2 }] });
  await bench.phone(DAAN, 'IN');
  await bench.phone(DAAN, 'OUT');
  await bench.lookUp(today());
});
afterAll(async () => {
  await bench.close();
  removeFolder(folder);
});

it('tells the registration, the remark explained, the rest of the day and the term', async () => {
  const { rows } = await bench.must('presence.remarks', {});
  const serviceId = rows[0]?.serviceId ?? 0;
  const name = `opmerking-${serviceId}.pdf`;
  expect(await save(serviceId)).toEqual({ ok: true, value: { saved: true, name } });
  const text = pdfText(saved[0]?.bytes ?? new Uint8Array());
  expect(text).toContain('Registratie met een opmerking');
  expect(text).toContain('Zoutleeuwen, Daan');
  expect(text).toContain('01.02.03-997.44');
  expect(text).toContain('Limosa-nummer niet gekend');
  expect(text).toContain('Vraag de buitenlandse werkgever het L-1-document');
  expect(text).toContain(PARK.replace(/(.{4})(?=.)/g, '$1 '));
  expect(text).toContain('Kanaal QR-code');
  expect(text).toMatch(/\buit\b \d/);
  expect(pdfPages(saved[0]?.bytes ?? new Uint8Array())).toHaveLength(1);
  expect(saved[0]?.name).not.toContain(DAAN);
  const { rows: history } = await bench.must('history.search', { text: '' } as never);
  expect(history.some(({ kind }) => kind === 'presence.evidenceSaved')).toBe(true);
});

it('prints what is searched as a list, and the evidence of all that has a remark, each on its own page', async () => {
  const session = bench.app.session();
  if (session === null) throw new Error('nothing is open');
  const handlers = presenceHandlers({ ...session, host });
  const context = { windowId: 'w', traceId: 't' };
  const printed = async (format: 'pdf' | 'evidence', from: string) => {
    saved.length = 0;
    const filter = { text: '', subcontractors: 'with', cancelled: false, turned: false } as const;
    const started = await handlers['presence.makeExport'](
      { ...filter, from, to: today(), format, language: 'fr' },
      context,
    );
    if (!started.ok) throw new Error(started.failure.code);
    expect(await bench.ended(started.value.jobId)).toEqual({ state: 'done', code: null });
    const kept = await handlers['presence.saveExport'](started.value, context);
    const bytes = saved[0]?.bytes ?? new Uint8Array();
    return { rows: kept.ok ? kept.value.rows : 0, text: pdfText(bytes), pages: pdfPages(bytes).length };
  };
  const list = await printed('pdf', today());
  expect([list.rows, saved[0]?.name]).toEqual([2, `presences-${today()}.pdf`]);
  expect(list.text).toContain('Zoutleeuwen, Daan');
  expect(list.text).toContain('01.02.03-997.44');
  const evidence = await printed('evidence', today());
  expect([evidence.rows, evidence.pages]).toEqual([2, 2]);
  expect(evidence.text).toContain('Zoutleeuwen, Daan');
  expect(saved[0]?.name).not.toContain(DAAN);
});

it('says when there is no such registration', async () => {
  expect(await save(999_999)).toMatchObject({ ok: false, failure: { code: 'notFound' } });
});
