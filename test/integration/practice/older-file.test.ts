// A practice file of an earlier day: its mandates and certificates stay, and people are added who can log in.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { afterAll, expect, it } from 'vitest';
import { makeCertificate, pemOf, withImpossibleEnd } from './support/certificates.ts';
import { startClient } from './support/client.ts';
import { openWindow, peopleOf } from './support/portal-window.ts';

const folder = mkdtempSync(join(tmpdir(), 'practice-older-'));
afterAll(() => rmSync(folder, { recursive: true }));
const dataKeyHex = 'ab'.repeat(32);

const layOlderFile = (dataFile: string, pem = 'PEM'): void => {
  const database = new Database(dataFile);
  database.pragma(`cipher='sqlcipher'`);
  database.pragma(`key="x'${dataKeyHex}'"`);
  database.exec(`
    CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    INSERT INTO setting VALUES ('seeded', 'yes');
    CREATE TABLE employer (enterprise_number TEXT PRIMARY KEY, name TEXT NOT NULL, qualities TEXT NOT NULL,
      fte REAL NOT NULL, weekly_hours REAL NOT NULL) STRICT;
    INSERT INTO employer VALUES ('0999999130', 'Schoonmaak De Berk', 'employer', 24, 38);
    CREATE TABLE mandate (mandator TEXT NOT NULL, mandatary TEXT NOT NULL, start_quarter TEXT NOT NULL,
      end_quarter TEXT, state TEXT NOT NULL, PRIMARY KEY (mandator, mandatary)) STRICT;
    INSERT INTO mandate VALUES ('0999999130', '0999999031', '2024Q2', NULL, 'active');
    CREATE TABLE account (client_id TEXT PRIMARY KEY, enterprise_number TEXT NOT NULL, quality TEXT NOT NULL,
      name TEXT NOT NULL, rights TEXT NOT NULL, state TEXT NOT NULL, created_at TEXT NOT NULL) STRICT;
    INSERT INTO account VALUES ('self_service_chaman_100001_abcdefghij', '0999999130', 'employer', 'oud',
      'careerProFlaDeclaration', 'active', '2025-01-01T00:00:00.000Z');
    CREATE TABLE account_certificate (client_id TEXT NOT NULL REFERENCES account (client_id) ON DELETE CASCADE,
      fingerprint TEXT NOT NULL, name TEXT NOT NULL, pem TEXT NOT NULL, PRIMARY KEY (client_id, fingerprint)) STRICT;
    INSERT INTO account_certificate VALUES ('self_service_chaman_100001_abcdefghij', '${'cd'.repeat(32)}', 'oud', '${pem}');
  `);
  database.close();
};

it('is brought up to date, and opens again afterwards', async () => {
  const dataFile = join(folder, 'practice.db');
  layOlderFile(dataFile);
  for (let opening = 0; opening < 2; opening += 1) {
    const client = await startClient({ dataFile, dataKeyHex });
    expect((await client.admin('GET', '/world')).json.mandates).toMatchObject([
      {
        mandator: '0999999130',
        mandatary: '0999999031',
        serviceGroup: 'fla',
        startQuarter: '2024Q2',
        state: 'active',
      },
    ]);
    const account = await client.chaman('GET', '/accounts/self_service_chaman_100001_abcdefghij');
    expect(account.json.certificates).toEqual([
      { fingerprint: 'cd'.repeat(32), name: 'oud', pem: 'PEM', fileName: '' },
    ]);
    expect((await peopleOf(client))('Nadia')).toMatch(/^\d{11}$/);
    await client.close();
  }
});

it.each([
  ['ends on a day that no calendar has', () => pemOf(withImpossibleEnd(makeCertificate()))],
  ['cannot be read at all', () => 'PEM'],
])('shows an account whose certificate %s', async (_what, pem) => {
  const dataFile = join(mkdtempSync(join(folder, 'kept-')), 'practice.db');
  layOlderFile(dataFile, pem());
  const client = await startClient({ dataFile, dataKeyHex });
  const window = await openWindow(client);
  await window.logIn((await peopleOf(client))('Nadia'));
  const shown = await window.open('/chaman/account', {
    enterprise: '0999999130',
    client: 'self_service_chaman_100001_abcdefghij',
  });
  expect([shown.status, shown.text]).toEqual([200, expect.stringContaining('Vervaldatum niet leesbaar')]);
  await client.close();
});
