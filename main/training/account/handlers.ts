// The calls `trainingAccount.*`.
import { ok } from '../../../preload/contract/result.ts';
import type { HandlersOf } from '../../platform/handler.ts';
import type { Session } from '../../platform/session.ts';
import { inSlices } from '../../platform/slices.ts';
import { missingWorkers } from './count-completeness.ts';
import { keepEmployerFacts, keepFacts, showFacts } from './keep-facts.ts';
import { listCertificates, saveCertificates } from './list-certificates.ts';
import { listCompleteness, saveCompleteness } from './list-completeness.ts';
import { accountMaking } from './make-accounts.ts';
import { planRefresher } from './plan-refresher.ts';
import { saveAccount } from './save-account.ts';

export function trainingAccountHandlers(session: Session): HandlersOf<'trainingAccount'> {
  const accounts = accountMaking(session);
  return {
    'trainingAccount.facts': ({ workerId, year }) => showFacts(session, workerId, year),
    'trainingAccount.keepFacts': (input) => keepFacts(session, input),
    'trainingAccount.keepEmployer': (input) => keepEmployerFacts(session, input),
    'trainingAccount.savePdf': (input, { windowId }) => saveAccount(session, windowId, input),
    'trainingAccount.makeAll': (input, { windowId }) => accounts.make(windowId, input),
    'trainingAccount.pauseMaking': ({ paused }) => accounts.pause(paused),
    'trainingAccount.making': () => ok(accounts.making()),
    'trainingAccount.made': ({ jobId }, { windowId }) => accounts.made(windowId, jobId),
    'trainingAccount.saveMade': ({ jobId }, { windowId }) => accounts.save(windowId, jobId),
    'trainingAccount.completeness': (input) => listCompleteness(session, input),
    'trainingAccount.missing': async ({ page, pageSize, ...which }) => {
      const found = await inSlices(missingWorkers(session.db, which));
      const rows = found.slice((page - 1) * pageSize, page * pageSize);
      return ok({ rows, total: found.length, page, pageSize });
    },
    'trainingAccount.saveCompleteness': (input, { windowId }) => saveCompleteness(session, windowId, input),
    'trainingAccount.certificates': (input) => listCertificates(session, input),
    'trainingAccount.saveCertificates': (input, { windowId }) => saveCertificates(session, windowId, input),
    'trainingAccount.planRefresher': ({ trainingId }, { windowId }) =>
      planRefresher(session, windowId, trainingId),
  };
}
