// The fourth migration changes what people had: routes get a service of their own, accounts their right of before.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../main/platform/database.ts';
import { migrate } from '../../../main/platform/migrate.ts';
import { environmentMigrations } from '../../../main/platform/migrations.ts';
import { scratchDir, unwrap } from './scratch.ts';

const now = () => new Date('2025-03-01T08:00:00Z');

describe('an older profile', () => {
  it('keeps its routes as those of the training account, and its accounts with the right they had', () => {
    const file = join(scratchDir(), 'practice.db');
    const db = unwrap(openDatabase({ file, key: Buffer.alloc(32, 7) }));
    const all = environmentMigrations();
    unwrap(migrate(db, all.slice(0, 3), { file, now }));
    db.exec(`
      INSERT INTO legal_entity (id, enterprise_number, name) VALUES ('l', '0999999130', 'De Berk');
      INSERT INTO employer (id, legal_entity_id, created_at) VALUES ('e', 'l', '2025-01-01T00:00:00.000Z');
      INSERT INTO account (id, name, enterprise_number, enterprise_name, quality, client_id)
        VALUES ('a', 'Klaver', '0999999031', 'Klaver', 'socialSecretariat', 'self_service_expeditor_1');
      INSERT INTO route VALUES ('r1', 'e', 'fla', 'elsewhere', NULL, '2024-04-01', '2025-01-02');
      INSERT INTO route VALUES ('r2', 'e', 'fla', 'mandatary', 'a', '2025-01-02', NULL);
      INSERT INTO mandate (id, employer_id, mandatary_enterprise_number, service_group, start_quarter)
        VALUES ('m', 'e', '0999999031', 'fla', '2024Q2');`);
    unwrap(migrate(db, all, { file, now }));
    const routes = db
      .prepare('SELECT id, kind, account_id, valid_from, valid_to FROM route ORDER BY id')
      .raw();
    expect(routes.all()).toEqual([
      ['r1', 'elsewhere', null, '2024-04-01', '2025-01-02'],
      ['r2', 'mandatary', 'a', '2025-01-02', null],
    ]);
    expect(db.prepare('SELECT rights, scopes, closed_at FROM account').raw().get()).toEqual([
      '["careerProFlaDeclaration"]',
      '{}',
      null,
    ]);
    expect(db.prepare('SELECT start_quarter, recorded_at, revision FROM mandate').raw().get()).toEqual([
      '2024Q2',
      '',
      1,
    ]);
    const second = "INSERT INTO route VALUES ('r3', 'e', 'fla', 'elsewhere', NULL, '2025-02-01', NULL)";
    expect(() => db.exec(second)).toThrow(/UNIQUE/);
    expect(db.pragma('foreign_key_check')).toEqual([]);
    db.close();
  });
});
