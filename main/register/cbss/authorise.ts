// Authorisations for what goes beyond inscriptions: recorded with reference and date, and taken back.
import type { HandlerInput, HandlerOutput } from '../../../preload/contract/index.ts';
import { ok, type Result } from '../../../preload/contract/result.ts';
import { recordAct } from '../../history/record-act.ts';
import { attempt } from '../../platform/database.ts';
import type { Session } from '../../platform/session.ts';
import { type CbssPorts, showProfile } from './profile.ts';
import { authorisations, readProfile, writeAuthorisation } from './profile-store.ts';

/** Records or takes back an authorisation; in practice its access management hears of it too. Failures: those of practice. */
export async function authorise(
  session: Session,
  { right, authorisation }: HandlerInput<'cbss.authorise'>,
  ports: CbssPorts,
): Promise<Result<HandlerOutput<'cbss.authorise'>>> {
  const { db } = session;
  const row = readProfile(db);
  if (row?.kind === 'practice' && row.on) {
    const others = authorisations(db)
      .map((one) => one.right)
      .filter((one) => one !== right);
    const rights = authorisation === null ? others : [...others, right];
    const entered = await ports.enterPractice({ certificateId: row.certificateId, orAnother: false, rights });
    if (!entered.ok) return entered;
  }
  return attempt(db, () => {
    writeAuthorisation(db, right, authorisation);
    recordAct(session, {
      employerId: null,
      kind: authorisation === null ? 'cbss.unauthorised' : 'cbss.authorised',
      summary: authorisation?.reference ?? '',
      payload: { right, ...(authorisation ?? {}) },
    });
    session.changed('cbss.changed');
    return ok(showProfile(session));
  });
}
