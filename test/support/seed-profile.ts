// An open environment for tests of the register and the outbox: a real (encrypted or plain) database, real HTTP, real
// history; only the token comes from a port. Employers and workers of the practice world are inserted by SQL.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createJobs } from '../../main/ipc/jobs.ts';
import { systemClock } from '../../main/platform/clock.ts';
import { type Database, openDatabase } from '../../main/platform/database.ts';
import type { Environment } from '../../main/platform/environment.ts';
import type { HttpPort } from '../../main/platform/http.ts';
import { newId } from '../../main/platform/ids.ts';
import { memoryLog } from '../../main/platform/log.ts';
import { migrate } from '../../main/platform/migrate.ts';
import { environmentMigrations } from '../../main/platform/migrations.ts';
import { resourcesDir } from '../../main/platform/resource-path.ts';
import type { Session } from '../../main/platform/session.ts';

export const deBerk = '0999999130';
export const hetPark = '1999999250';
/** Workers of De Berk: Rania has a training that was filed in the web application for 2025. */
export const workers = {
  fien: '01010199669',
  rania: '01020399645',
  marek: '90231599722',
  oksana: '90431599864',
  ilse: '90231599821',
  jef: '90431599765',
  daan: '01020399744',
} as const;

export type OpenProfile = {
  session: Session;
  employerId: string;
  workerIds: Record<keyof typeof workers, string>;
  close(): Promise<void>;
};

export type ProfileOptions = {
  file?: string;
  key?: Buffer | null;
  environment?: Environment;
  http?: HttpPort;
  businessDate?: () => string;
  changed?: Session['changed'];
};

const nowhere: Environment = {
  name: 'practice',
  kind: 'practice',
  oauth: { tokenUrl: { value: '', status: 'practice' }, audience: { value: '', status: 'practice' } },
  services: {
    fla: {
      baseUrl: { value: 'https://127.0.0.1:9', status: 'practice' },
      scopes: { employer: null, mandatary: null, trainingProvider: null },
    },
    checkInAndOutAtWork: { baseUrl: null, scopes: { register: null, consult: null } },
    citizenMandates: { baseUrl: null, scopes: { manage: null } },
    citizenData: { baseUrl: null, scopes: { consult: null } },
    dimona: { baseUrl: null, scopes: { declare: null, consult: null } },
  },
  caPem: null,
  practice: null,
};

const offline: HttpPort = {
  fetch: async () => ({ kind: 'notSent', reason: 'offline' }),
  close: async () => undefined,
};

/** Opens a profile; a new file is filled with De Berk and its workers, an existing one is found again. */
export function openProfile(options: ProfileOptions = {}): OpenProfile {
  const folder = options.file === undefined ? mkdtempSync(join(tmpdir(), 'register-')) : null;
  const file = options.file ?? join(folder ?? '', 'practice.db');
  const opened = openDatabase({ file, key: options.key ?? null });
  if (!opened.ok) throw new Error(opened.failure.code);
  const db = opened.value;
  const migrated = migrate(db, environmentMigrations(), { file, now: () => new Date() });
  if (!migrated.ok) throw new Error(migrated.failure.code);
  const session = sessionOf(db, options);
  const { employerId, workerIds } = seeded(db);
  return {
    session,
    employerId,
    workerIds,
    async close() {
      await session.jobs.close();
      await session.http.close();
      db.close();
      if (folder !== null) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function sessionOf(db: Database, options: ProfileOptions): Session {
  const refuse = async () => ({
    ok: false as const,
    failure: { code: 'notSupportedHere' as const, retry: 'never' as const, traceId: '' },
  });
  return {
    db,
    environment: options.environment ?? nowhere,
    keychain: { get: refuse, set: refuse, delete: refuse, sweep: refuse },
    http: options.http ?? offline,
    clock: systemClock,
    ids: { newId },
    log: memoryLog(),
    texts: { t: (_language: string, key: string) => key } as unknown as Session['texts'],
    jobs: createJobs({
      emit: () => undefined,
      newId,
      clock: systemClock,
      bug: (error) => console.error('a bug in a job', error),
    }),
    host: {
      kind: 'none',
      saveFile: refuse,
      pickFile: refuse,
      pickFiles: refuse,
      readSelection: refuse,
      openLink: refuse,
      openSaved: refuse,
      makePdf: refuse,
      allowCamera: refuse,
      openPractice: refuse,
    },
    actor: () => ({ kind: 'person', name: 'Test', osAccount: 'test' }),
    businessDate: options.businessDate ?? (() => '2025-03-01'),
    changed: options.changed ?? (() => undefined),
    changes: () => 0,
    resourcesDir: resourcesDir(),
    appVersion: '0.0.0-test',
  };
}

function seeded(db: Database): Pick<OpenProfile, 'employerId' | 'workerIds'> {
  const known = db.prepare('SELECT id FROM employer ORDER BY id LIMIT 1').get() as { id: string } | undefined;
  const employerId = known?.id ?? addEmployer(db, { enterpriseNumber: deBerk, name: 'Schoonmaak De Berk' });
  const workerIds = Object.fromEntries(
    Object.entries(workers).map(([name, insz]) => {
      const row = db
        .prepare(
          'SELECT w.id FROM worker w JOIN person_number n ON n.person_id = w.person_id WHERE n.insz = ?',
        )
        .get(insz) as { id: string } | undefined;
      return [
        name,
        row?.id ?? addWorker(db, employerId, { insz, familyName: name, startDate: '2024-01-01' }),
      ];
    }),
  ) as OpenProfile['workerIds'];
  return { employerId, workerIds };
}

export function addEmployer(db: Database, employer: { enterpriseNumber: string; name: string }): string {
  const id = newId();
  const entity = newId();
  const at = new Date().toISOString();
  db.prepare('INSERT INTO legal_entity (id, enterprise_number, name) VALUES (?, ?, ?)').run(
    entity,
    employer.enterpriseNumber,
    employer.name,
  );
  db.prepare(
    "INSERT INTO employer (id, legal_entity_id, size_bracket, created_at) VALUES (?, ?, 'from20', ?)",
  ).run(id, entity, at);
  return id;
}

export function addWorker(
  db: Database,
  employerId: string,
  worker: { insz: string; familyName: string; startDate: string; endDate?: string },
): string {
  const id = newId();
  const person = newId();
  const at = new Date().toISOString();
  db.prepare("INSERT INTO person (id, family_name, given_name, created_at) VALUES (?, ?, '', ?)").run(
    person,
    worker.familyName,
    at,
  );
  db.prepare('INSERT INTO person_number (insz, person_id, known_from) VALUES (?, ?, ?)').run(
    worker.insz,
    person,
    at,
  );
  db.prepare(
    'INSERT INTO worker (id, employer_id, person_id, start_date, end_date) VALUES (?, ?, ?, ?, ?)',
  ).run(id, employerId, person, worker.startDate, worker.endDate ?? null);
  // As for every worker who is added: known to the register.
  db.prepare(
    `INSERT INTO register_line (person_id, employer_id, owner_id, dossier_type, begin_date, end_date)
     VALUES (?, ?, 'own', 'EMPLOYEE', ?, ?)`,
  ).run(person, employerId, worker.startDate, worker.endDate ?? null);
  return id;
}
