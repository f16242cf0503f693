// Keeps a profile's practice service up for another program: `serve.js DIR BODIES`. Writes the calls that a profile
// that was already sent made (from BODIES) as data for newman; prints address, authority and a token; ends with its input.
import { writeFileSync } from 'node:fs';
import { scopeFor } from '../../../main/accounts/scope-of-service.ts';
import { tokenSource } from '../../../main/accounts/token-source.ts';
import { openApp, say } from './open-app.ts';

const [dir = '', dataFile = ''] = process.argv.slice(2);
const { app, call } = await openApp(dir);
const ready = await app.warmUp();
const session = app.session();
if (!ready.ok || session === null) throw new Error('practice did not start');
const { rows } = await call('account.list', {});
const [account] = rows;
if (account === undefined) throw new Error('the profile has no account');
const token = await tokenSource(session).token(account.id, scopeFor(session.environment, account, 'fla'));
if (!token.ok) throw new Error(token.failure.code);
const items = session.db
  .prepare(
    `SELECT n.insz, i.year, i.request_body AS body FROM outbox_item i JOIN worker w ON w.id = i.worker_id
       JOIN person_number n ON n.person_id = w.person_id WHERE i.request_body IS NOT NULL`,
  )
  .all();
if (items.length > 0 && dataFile !== '') writeFileSync(dataFile, JSON.stringify(items), { mode: 0o600 });
say({
  baseUrl: session.environment.services.fla.baseUrl.value,
  caPem: session.environment.caPem,
  adminUrl: session.environment.practice?.adminUrl,
  adminToken: session.environment.practice?.adminToken,
  token: token.value.value.reveal(),
  items: items.length,
});
process.stdin.resume();
process.stdin.once('end', () => void app.close());
