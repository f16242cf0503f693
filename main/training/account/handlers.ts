// The calls `trainingAccount.*`.
import { ok } from '../../../preload/contract/result.ts';
import type { HandlersOf } from '../../platform/handler.ts';
import type { Session } from '../../platform/session.ts';
import { missingWorkers } from './completeness-store.ts';
import { keepEmployerFacts, keepFacts, showFacts } from './keep-facts.ts';
import { listCertificates, saveCertificates } from './list-certificates.ts';
import { listCompleteness, saveCompleteness } from './list-completeness.ts';
import { planRefresher } from './plan-refresher.ts';
import { saveAccount, saveAllAccounts } from './save-account.ts';

export function trainingAccountHandlers(session: Session): HandlersOf<'trainingAccount'> {
  return {
    'trainingAccount.facts': ({ workerId, year }) => showFacts(session, workerId, year),
    'trainingAccount.keepFacts': (input) => keepFacts(session, input),
    'trainingAccount.keepEmployer': (input) => keepEmployerFacts(session, input),
    'trainingAccount.savePdf': (input, { windowId }) => saveAccount(session, windowId, input),
    'trainingAccount.saveAllPdf': (input, { windowId }) => saveAllAccounts(session, windowId, input),
    'trainingAccount.completeness': (input) => listCompleteness(session, input),
    'trainingAccount.missing': ({ page, pageSize, ...which }) =>
      ok({ ...missingWorkers(session.db, which, pageSize, (page - 1) * pageSize), page, pageSize }),
    'trainingAccount.saveCompleteness': (input, { windowId }) => saveCompleteness(session, windowId, input),
    'trainingAccount.certificates': (input) => listCertificates(session, input),
    'trainingAccount.saveCertificates': (input, { windowId }) => saveCertificates(session, windowId, input),
    'trainingAccount.planRefresher': ({ trainingId }, { windowId }) =>
      planRefresher(session, windowId, trainingId),
  };
}
