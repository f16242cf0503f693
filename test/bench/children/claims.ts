// Writes down what a profile says of each training that was ever submitted: `claims.js DIR FILE`. Plain facts, so that the
// judge needs nothing of the app.
import { writeFileSync } from 'node:fs';
import { openApp, say } from './open-app.ts';

const [dir = '', file = ''] = process.argv.slice(2);
const { app } = await openApp(dir);
const ready = await app.warmUp();
const session = app.session();
if (!ready.ok || session === null) throw new Error('practice did not start');
const claims = session.db
  .prepare(
    `SELECT le.enterprise_number AS enterpriseNumber, n.insz, t.year, t.external_reference AS reference, t.state,
        t.title, t.start_date AS startDate, t.end_date AS endDate, t.duration_minutes AS minutes
       FROM training t JOIN employer e ON e.id = t.employer_id JOIN legal_entity le ON le.id = e.legal_entity_id
       JOIN worker w ON w.id = t.worker_id JOIN person_number n ON n.person_id = w.person_id
      WHERE t.removed_at IS NULL`,
  )
  .all();
writeFileSync(file, JSON.stringify(claims), { mode: 0o600 });
await app.close();
say({ claims: claims.length });
