// Fills a profile: `seed.js DIR WORKERS DRAFTS [submit]`. With `submit` there is an account at the practice service that
// knows employer and workers, and everything waits in the outbox.
import { type Call, openApp, say } from './open-app.ts';
import { numbered } from './workers.ts';

const [dir = '', workersText, draftsText, submit] = process.argv.slice(2);
const workerCount = Number(workersText);
const perWorker = Number(draftsText) / workerCount;
const enterpriseNumber = '0999999130';
const name = 'Schoonmaak De Berk';

const { app, call } = await openApp(dir);
const { id: employerId } = await call('employer.add', { name, enterpriseNumber: enterpriseNumber as never });
for (let from = 0; from < workerCount; from += 500) {
  const rows = numbered(from, Math.min(500, workerCount - from));
  await call('worker.addMany', { employerId, rows: rows as never });
}
const workerIds = await allWorkers(call, employerId);
for (let draft = 0; draft < perWorker; draft += 1) {
  for (let from = 0; from < workerIds.length; from += 500) {
    const day = `2025-${String(1 + (draft % 2)).padStart(2, '0')}-${String(1 + (draft % 28)).padStart(2, '0')}`;
    await call('training.add', {
      workerIds: workerIds.slice(from, from + 500),
      year: 2025,
      fields: {
        title: `Veilig werken, deel ${draft + 1}`,
        startDate: day,
        endDate: day,
        durationMinutes: 228,
      },
    });
  }
}
if (submit === 'submit') await register(call, employerId);
// The page then opens on Today and not on the welcome.
await call('settings.update', { firstRunDone: true, personName: 'An', employerId });
await app.close();
say({ workers: workerIds.length });

async function register(ask: Call, employer: string): Promise<void> {
  const { id: certificateId } = await ask('certificate.generate', {
    name: 'proef',
    enterpriseName: name,
    enterpriseNumber: enterpriseNumber as never,
    keyKind: 'rsa2048',
    validityMonths: 12,
  });
  await ask('account.registerInPractice', {
    name: 'proef',
    enterpriseName: name,
    enterpriseNumber: enterpriseNumber as never,
    quality: 'employerNsso',
    certificateId,
  });
  await ask('practice.enrol', { employerId: employer });
  const filter = {
    employerId: employer,
    workerId: null,
    year: 2025,
    text: '',
    states: [],
    toFix: false,
    startFrom: null,
    startTo: null,
  };
  const { workerYears, refusedCount } = await ask('training.submit', { ids: [], filter });
  if (refusedCount > 0) throw new Error(`${refusedCount} trainings were refused by a rule`);
  if (workerYears !== workerCount) throw new Error(`${workerYears} worker-years instead of ${workerCount}`);
}

async function allWorkers(ask: Call, employer: string): Promise<string[]> {
  const ids: string[] = [];
  for (let page = 1; ; page += 1) {
    const { rows, total } = await ask('worker.list', { employerId: employer, page, pageSize: 500 });
    ids.push(...rows.map((row) => row.id));
    if (rows.length === 0 || ids.length >= total) return ids;
  }
}
