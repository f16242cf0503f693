// Saves a registration with its remarks as a PDF where the person chooses: what goes with a request for correction.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { evidencePage, evidencePages } from './evidence-html.ts';
import { evidenceOf } from './evidence-of-many.ts';
import { presenceContract } from './presence-api.ts';
import { findPresence, remarksOf } from './presence-store.ts';

/** Failures: notFound, notSupportedHere (nothing here can print), those of saving. */
export async function saveEvidence(
  session: Session,
  windowId: string,
  { serviceId, language }: HandlerInput<'presence.saveEvidence'>,
): Promise<Result<HandlerOutput<'presence.saveEvidence'>>> {
  const { db, texts, host } = session;
  const presence = findPresence(db, serviceId);
  if (presence === null) return fail('notFound');
  const codes = remarksOf(db, [serviceId]).map(({ code }) => code);
  const page = evidencePage(texts, language, evidenceOf(session, presence, codes));
  const printed = await host.makePdf(evidencePages(texts, language, [page]));
  if (!printed.ok) return printed;
  const word = texts.t(language, 'presence-remarks.evidence.file');
  const saved = await host.saveFile(windowId, `${word}-${serviceId}.pdf`, printed.value);
  if (!saved.ok) return saved;
  if (saved.value === null) return ok({ saved: false, name: '' });
  attempt(db, () => {
    recordAct(session, {
      employerId: presence.employer_id,
      kind: 'presence.evidenceSaved',
      subject: { kind: 'presence', id: String(serviceId) },
      contract: presenceContract,
      summary: String(serviceId),
    });
    return ok({});
  });
  return ok({ saved: true, name: saved.value.name });
}
