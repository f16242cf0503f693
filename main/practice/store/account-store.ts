// Senders, REST accounts and their public certificates, as Chaman keeps them.
import type { Connection } from './file-store.ts';

export interface Sender {
  readonly enterpriseNumber: string;
  readonly number: number;
  readonly name: string;
  readonly email: string;
}

export interface Account {
  readonly clientId: string;
  readonly enterpriseNumber: string;
  readonly quality: string;
  readonly name: string;
  readonly rights: readonly string[];
  /** `disabled` can be taken back, `closed` cannot. */
  readonly state: 'active' | 'disabled' | 'closed';
  readonly createdAt: string;
}

export interface AccountCertificate {
  /** SHA-256 of the DER, lower-case hex. */
  readonly fingerprint: string;
  readonly name: string;
  readonly pem: string;
  /** As it was called where it was uploaded from; empty when that was not told. */
  readonly fileName: string;
}

export interface AccountStore {
  sender(enterpriseNumber: string): Sender | undefined;
  saveSender(enterpriseNumber: string, name: string, email: string): Sender;
  account(clientId: string): Account | undefined;
  accountsOf(enterpriseNumber: string): Account[];
  saveAccount(account: Account): void;
  certificates(clientId: string): AccountCertificate[];
  addCertificate(clientId: string, certificate: AccountCertificate): boolean;
  removeCertificate(clientId: string, fingerprint: string): boolean;
  enterprisesUsing(fingerprint: string): string[];
}

interface AccountRow {
  client_id: string;
  enterprise_number: string;
  quality: string;
  name: string;
  rights: string;
  state: string;
  created_at: string;
}

const FIRST_SENDER = 100_000;
const STATES = ['active', 'disabled', 'closed'] as const;

const accountOf = (row: AccountRow): Account => ({
  clientId: row.client_id,
  enterpriseNumber: row.enterprise_number,
  quality: row.quality,
  name: row.name,
  rights: row.rights === '' ? [] : row.rights.split(' '),
  state: STATES.find((state) => state === row.state) ?? 'disabled',
  createdAt: row.created_at,
});

export const createAccountStore = (database: Connection): AccountStore => {
  const sender = database.prepare<[string], Sender>(
    'SELECT enterprise_number AS enterpriseNumber, number, name, email FROM sender WHERE enterprise_number = ?',
  );
  const upsertSender = database.prepare(
    `INSERT INTO sender (enterprise_number, number, name, email)
     VALUES (?, (SELECT coalesce(max(number), ${FIRST_SENDER}) + 1 FROM sender), ?, ?)
     ON CONFLICT (enterprise_number) DO UPDATE SET name = excluded.name, email = excluded.email`,
  );
  const one = database.prepare<[string], AccountRow>('SELECT * FROM account WHERE client_id = ?');
  const many = database.prepare<[string], AccountRow>(
    'SELECT * FROM account WHERE enterprise_number = ? ORDER BY created_at, client_id',
  );
  const upsert = database.prepare(
    `INSERT INTO account (client_id, enterprise_number, quality, name, rights, state, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (client_id) DO UPDATE SET name = excluded.name, rights = excluded.rights, state = excluded.state`,
  );
  const certificates = database.prepare<[string], AccountCertificate>(
    'SELECT fingerprint, name, pem, file_name AS fileName FROM account_certificate WHERE client_id = ? ORDER BY rowid',
  );
  const attach = database.prepare(
    `INSERT OR IGNORE INTO account_certificate (client_id, fingerprint, name, pem, file_name)
     VALUES (?, ?, ?, ?, ?)`,
  );
  const detach = database.prepare('DELETE FROM account_certificate WHERE client_id = ? AND fingerprint = ?');
  const users = database.prepare<[string], { enterprise_number: string }>(
    `SELECT DISTINCT enterprise_number FROM account JOIN account_certificate USING (client_id) WHERE fingerprint = ?`,
  );
  return {
    sender: (enterpriseNumber) => sender.get(enterpriseNumber),
    saveSender: (enterpriseNumber, name, email) => {
      upsertSender.run(enterpriseNumber, name, email);
      const saved = sender.get(enterpriseNumber);
      if (saved === undefined) throw new Error('the sender that was just saved is missing');
      return saved;
    },
    account: (clientId) => {
      const row = one.get(clientId);
      return row === undefined ? undefined : accountOf(row);
    },
    accountsOf: (enterpriseNumber) => many.all(enterpriseNumber).map(accountOf),
    saveAccount: (account) => {
      const { clientId, enterpriseNumber, quality, name, rights, state, createdAt } = account;
      upsert.run(clientId, enterpriseNumber, quality, name, rights.join(' '), state, createdAt);
    },
    certificates: (clientId) => certificates.all(clientId),
    addCertificate: (clientId, { fingerprint, name, pem, fileName }) =>
      attach.run(clientId, fingerprint, name, pem, fileName).changes === 1,
    removeCertificate: (clientId, fingerprint) => detach.run(clientId, fingerprint).changes === 1,
    enterprisesUsing: (fingerprint) => users.all(fingerprint).map((row) => row.enterprise_number),
  };
};
