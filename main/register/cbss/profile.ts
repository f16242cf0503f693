// The connector's profile as a person sets it: off at first, in practice filled in by one click, elsewhere entered by hand.

import type { CbssRight } from '../../../preload/contract/cbss.ts';
import type { HandlerInput, HandlerOutput } from '../../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { findCertificate } from '../../certificates/certificate-store.ts';
import { recordAct } from '../../history/record-act.ts';
import { attempt } from '../../platform/database.ts';
import type { Session } from '../../platform/session.ts';
import { forgetConnection } from '../inscribing/inscribed-store.ts';
import { readOwner, writeOwner } from '../type-store.ts';
import { missingOf } from './connection.ts';
import { authorisations, type ProfileRow, readProfile, writeProfile } from './profile-store.ts';

type Shown = HandlerOutput<'cbss.profile'>;

/** What practice needs before it lets an application in; done there in one go. */
export type PracticeAccess = {
  certificateId: string;
  urn: string;
  /** Ten digits. */
  enterpriseNumber: string;
  legalContext: string;
};
export type CbssPorts = {
  /**
   * `certificateId` null: one is chosen, or made; `orAnother`: also where that one is no account's any more. Failures: notSupportedHere
   * outside practice, notFound, those of its access management.
   */
  enterPractice(ask: {
    certificateId: string | null;
    orAnother: boolean;
    rights: readonly CbssRight[];
  }): Promise<Result<PracticeAccess>>;
};

export function showProfile(session: Session): Shown {
  const row = readProfile(session.db);
  const certificate = row?.certificateId ? findCertificate(session.db, row.certificateId) : null;
  const { kind = null, on = false, revision = 0, ...rest } = row ?? {};
  return {
    ...{ kind, on, revision },
    practiceOffered: session.environment.kind === 'practice',
    ...{ endpoint: null, testEndpoint: null, certificateId: null, urn: null, identification: null },
    ...{ legalContext: null, legalContexts: {}, clientTls: false },
    ...rest,
    certificateName: certificate?.name.slice(0, 200) ?? null,
    missing: missingOf(session, row),
    authorisations: authorisations(session.db),
    ...ownerBeside(session, row),
  };
}

/** The service keeps inscriptions by enterprise: of another one than keeps the register, they would be another's. */
function ownerBeside({ db }: Session, row: ProfileRow | null): Pick<Shown, 'registerOwner' | 'otherOwner'> {
  const registerOwner = readOwner(db).enterpriseNumber;
  const asks = row === null ? null : askingNumber(row);
  const differs = registerOwner !== null && asks !== null && asks !== registerOwner;
  return { registerOwner, otherOwner: differs ? asks : null };
}

const askingNumber = ({ identification }: Pick<ProfileRow, 'identification'>): string | null =>
  identification?.by === 'cbeNumber' ? identification.cbeNumber : null;

const empty: Omit<ProfileRow, 'kind' | 'revision'> = {
  on: false,
  ...{ endpoint: null, testEndpoint: null, certificateId: null, urn: null, identification: null },
  ...{ legalContext: null, legalContexts: {}, clientTls: false },
};

/**
 * Failures: conflict (another window changed it), notSupportedHere (`practice` elsewhere), notFound (certificate), stateNotAllowed
 * (`details.missing`), those of practice.
 */
export async function saveProfile(
  session: Session,
  input: HandlerInput<'cbss.saveProfile'>,
  ports: CbssPorts,
): Promise<Result<Shown>> {
  const { db } = session;
  const before = readProfile(db);
  if ((before?.revision ?? 0) !== input.expectedRevision) return fail('conflict');
  if (input.kind === 'practice' && session.environment.kind !== 'practice') return fail('notSupportedHere');
  const { expectedRevision: _known, ...given } = input;
  // Of another kind nothing stays: what practice made must not be taken for an organisation's own.
  const kept = before?.kind === input.kind ? before : empty;
  let row: Omit<ProfileRow, 'revision'> = { ...kept, ...definedOf(given) };
  if (input.certificateId && findCertificate(db, input.certificateId) === null)
    return fail('notFound', { details: { field: 'certificateId' } });
  if (row.kind === 'practice' && row.on) {
    const rights = authorisations(db).map(({ right }) => right);
    const orAnother = input.certificateId === undefined;
    const entered = await ports.enterPractice({ certificateId: row.certificateId, orAnother, rights });
    if (!entered.ok) return entered;
    row = { ...row, ...accessOf(entered.value) };
  }
  const missing = missingOf(session, { ...row, revision: 0 });
  if (row.on && missing.length > 0) return fail('stateNotAllowed', { details: { missing: missing.join() } });
  return attempt(db, () => {
    // Entering practice takes time in which another window may have changed it.
    if ((readProfile(db)?.revision ?? 0) !== input.expectedRevision) return fail('conflict');
    writeProfile(db, row);
    if (before === null || isOther(before, row)) forgetConnection(db);
    const [owner, asks] = [readOwner(db), askingNumber(row)];
    if (owner.enterpriseNumber === null && asks !== null) {
      writeOwner(db, { ...owner, enterpriseNumber: asks });
      session.changed('register.changed');
    }
    recordAct(session, {
      employerId: null,
      kind: 'cbss.profileSet',
      summary: row.urn ?? '',
      payload: {
        profile: row.kind,
        on: row.on,
        endpoint: row.endpoint,
        urn: row.urn,
        legalContext: row.legalContext,
      },
    });
    session.changed('cbss.changed');
    return ok(showProfile(session));
  });
}

/** Another service, or another enterprise at it: what was known of the one is not true of the other. */
const isOther = (one: Omit<ProfileRow, 'revision'>, other: Omit<ProfileRow, 'revision'>): boolean =>
  one.kind !== other.kind ||
  one.endpoint !== other.endpoint ||
  JSON.stringify(one.identification) !== JSON.stringify(other.identification);

const accessOf = ({ certificateId, urn, enterpriseNumber, legalContext }: PracticeAccess) => ({
  ...{ certificateId, urn, legalContext },
  identification: {
    by: 'cbeNumber',
    // Practice has it from its own register of enterprises.
    cbeNumber: enterpriseNumber as Extract<
      NonNullable<ProfileRow['identification']>,
      { by: 'cbeNumber' }
    >['cbeNumber'],
  } as const,
});

type Given = Omit<HandlerInput<'cbss.saveProfile'>, 'expectedRevision'>;

/** What is left out stays; null empties, as an empty text does. */
function definedOf({ kind, on, ...given }: Given): Partial<ProfileRow> & Pick<ProfileRow, 'kind' | 'on'> {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined);
  const fields = Object.fromEntries(entries.map(([name, value]) => [name, value === '' ? null : value]));
  return { ...fields, kind, on };
}
