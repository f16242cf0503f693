// SQL by which an import learns what is known already, in a handful of questions for thousands of rows.
import type { Employer } from '../../../preload/contract/employers.ts';
import type { Service } from '../../../preload/contract/services.ts';
import type { Language } from '../../../preload/contract/values.ts';
import { type Database, statement } from '../../platform/database.ts';
import { accountsInUse, type RouteAccount, type RouteKind } from '../route-store.ts';

export type KnownEmployer = {
  id: string;
  enterpriseNumber: string;
  name: string;
  nssoNumber: string | null;
  language: Language;
  sizeBracket: Employer['sizeBracket'];
  fullTimeWeeklyMinutes: number;
  sectorDaysHundredths: number | null;
  archived: number;
  revision: number;
};
export type KnownEstablishment = { id: string; number: string; name: string; employerId: string | null };
export type KnownRoute = {
  id: string;
  employerId: string;
  service: Service;
  kind: RouteKind;
  accountId: string | null;
  from: string;
  until: string | null;
};
export type KnownMandate = {
  id: string;
  employerId: string;
  mandataryNumber: string;
  service: Service;
  startQuarter: string;
  endQuarter: string | null;
  revision: number;
};
export type KnownAccount = RouteAccount & { clientId: string };

export function knownEmployers(db: Database): KnownEmployer[] {
  return statement(
    db,
    `SELECT e.id, le.enterprise_number AS enterpriseNumber, le.name, le.nsso_number AS nssoNumber, e.language,
        e.size_bracket AS sizeBracket, e.full_time_weekly_minutes AS fullTimeWeeklyMinutes,
        e.sector_days_hundredths AS sectorDaysHundredths, e.archived_at IS NOT NULL AS archived, e.revision
       FROM employer e JOIN legal_entity le ON le.id = e.legal_entity_id WHERE le.enterprise_number IS NOT NULL`,
  ).all() as KnownEmployer[];
}

/** NSSO numbers of all legal entities, of employers or not. */
export function knownNssoNumbers(
  db: Database,
): { nssoNumber: string; employerId: string | null; name: string }[] {
  return statement(
    db,
    `SELECT le.nsso_number AS nssoNumber, e.id AS employerId, le.name FROM legal_entity le
       LEFT JOIN employer e ON e.legal_entity_id = le.id WHERE le.nsso_number IS NOT NULL`,
  ).all() as { nssoNumber: string; employerId: string | null; name: string }[];
}

export function knownEstablishments(db: Database): KnownEstablishment[] {
  return statement(
    db,
    `SELECT s.id, s.establishment_number AS number, s.name, e.id AS employerId FROM establishment s
       LEFT JOIN employer e ON e.legal_entity_id = s.legal_entity_id`,
  ).all() as KnownEstablishment[];
}

/** Those of the past too: a day on which another route counted is not taken again. */
export function knownRoutes(db: Database): KnownRoute[] {
  return statement(
    db,
    `SELECT id, employer_id AS employerId, service, kind, account_id AS accountId, valid_from AS "from", valid_to AS until
       FROM route`,
  ).all() as KnownRoute[];
}

export function knownMandates(db: Database): KnownMandate[] {
  return statement(
    db,
    `SELECT id, employer_id AS employerId, mandatary_enterprise_number AS mandataryNumber, service_group AS service,
        start_quarter AS startQuarter, end_quarter AS endQuarter, revision
       FROM mandate WHERE removed_at IS NULL`,
  ).all() as KnownMandate[];
}

export function knownAccounts(db: Database): KnownAccount[] {
  const clientIds = new Map(
    (
      statement(db, 'SELECT id, client_id AS clientId FROM account').all() as {
        id: string;
        clientId: string;
      }[]
    ).map(({ id, clientId }) => [id, clientId]),
  );
  return accountsInUse(db).map((account) => ({ ...account, clientId: clientIds.get(account.id) ?? '' }));
}

/** What keeps an employer here: things that were sent or wait, and people (who have the trainings or are in the register) or a guide. */
export function ties(db: Database, employerId: string): { sent: number; people: number } {
  const row = statement(
    db,
    `SELECT (SELECT count(*) FROM outbox_item WHERE employer_id = ?) AS sent,
        (SELECT count(*) FROM worker WHERE employer_id = ?) + (SELECT count(*) FROM guide WHERE employer_id = ?)
          + (SELECT count(*) FROM register_act WHERE employer_id = ?) + (SELECT count(*) FROM register_pending WHERE employer_id = ?)
          AS people`,
  ).get(employerId, employerId, employerId, employerId, employerId);
  return row as { sent: number; people: number };
}
