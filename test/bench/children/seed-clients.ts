// Fills a profile with 40 clients of a mandatary, 25 workers each, one training a month: `seed-clients.js DIR MONTH`. The
// month of January makes them known to the practice services, with mandates and routes over one account.
import { type Call, openApp, say } from './open-app.ts';
import { numbered } from './workers.ts';

const clients = 40;
const workersEach = 25;
const mandatary = { enterpriseName: 'Sociaal secretariaat Klaver', enterpriseNumber: '0999999031' as never };
const months = { january: '2025-01', february: '2025-02' };

const [dir = '', given = 'january'] = process.argv.slice(2);
const month = given === 'february' ? 'february' : 'january';
const { app, call } = await openApp(dir);
if (month === 'january') await makeClients(call);
const { rows } = await call('employer.list', { page: 1, pageSize: 500 });
for (const [place, { id }] of rows.entries()) await addTrainings(call, id, place);
const all = {
  employerId: null,
  workerId: null,
  year: 2025,
  text: '',
  states: ['draft' as const],
  toFix: false,
  startFrom: null,
  startTo: null,
};
const { workerYears, refusedCount } = await call('training.submit', { ids: [], filter: all });
if (refusedCount > 0 || workerYears !== clients * workersEach)
  throw new Error(`${workerYears} worker-years, ${refusedCount} trainings refused`);
await app.close();
say({ workerYears });

async function makeClients(ask: Call): Promise<void> {
  const { id: certificateId } = await ask('certificate.generate', {
    ...mandatary,
    name: 'Klaver',
    keyKind: 'rsa2048',
    validityMonths: 12,
  });
  const { id: accountId } = await ask('account.registerInPractice', {
    ...mandatary,
    name: 'Klaver',
    quality: 'socialSecretariat',
    certificateId,
  });
  const employerIds: string[] = [];
  for (let client = 0; client < clients; client += 1) {
    const { id } = await ask('employer.add', {
      name: `Klant ${client + 1}`,
      enterpriseNumber: enterpriseNumber(client) as never,
    });
    employerIds.push(id);
    const rows = numbered(client * workersEach, workersEach);
    await ask('worker.addMany', { employerId: id, rows: rows as never });
    await ask('mandate.record', {
      employerId: id,
      service: 'fla',
      mandataryNumber: mandatary.enterpriseNumber,
      startQuarter: '2024Q1' as never,
      endQuarter: null,
    });
  }
  const route = { kind: 'mandatary' as const, accountId };
  const { refused } = await ask('route.setMany', { employerIds, service: 'fla', route: route as never });
  if (refused.length > 0) throw new Error(`${refused.length} routes were refused`);
  for (const employerId of employerIds) await ask('practice.enrol', { employerId });
}

async function addTrainings(ask: Call, employerId: string, place: number): Promise<void> {
  const { rows } = await ask('worker.list', { employerId, page: 1, pageSize: 500 });
  const day = `${months[month]}-${String(1 + (place % 28)).padStart(2, '0')}`;
  await ask('training.add', {
    workerIds: rows.map(({ id }) => id),
    year: 2025,
    fields: { title: `Veilig werken, ${month}`, startDate: day, endDate: day, durationMinutes: 228 },
  });
}

/** Of nobody, with right check digits. */
function enterpriseNumber(client: number): string {
  const eight = String(9_991_000 + client).padStart(8, '0');
  return `${eight}${String(97 - (Number(eight) % 97)).padStart(2, '0')}`;
}
