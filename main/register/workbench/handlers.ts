// The calls `cbssWorkbench.*` and `cbssAdmission.*`.
import { ok } from '../../../preload/contract/result.ts';
import type { HandlersOf } from '../../platform/handler.ts';
import type { Session } from '../../platform/session.ts';
import { forgetAfter } from '../cbss/forget-after.ts';
import { admissionHandlers } from './admission.ts';
import { buildMessage, signMessage } from './build-and-sign.ts';
import { searchExchanges } from './exchange-search-store.ts';
import { explainAnswer } from './explain.ts';
import { inspect } from './inspect.ts';
import { replay } from './replay.ts';
import { sendAsItStands } from './send-as-it-stands.ts';
import { saveExchange, showExchange } from './show-exchange.ts';

export function cbssWorkbenchHandlers(session: Session): HandlersOf<'cbssWorkbench' | 'cbssAdmission'> {
  return {
    'cbssWorkbench.build': (input) => buildMessage(session, input),
    'cbssWorkbench.sign': ({ xml }) => signMessage(session, xml),
    'cbssWorkbench.check': ({ xml }) => inspect(session, xml),
    'cbssWorkbench.send': async ({ xml }) => forgetAfter(session, await sendAsItStands(session, xml)),
    'cbssWorkbench.explain': (input) => explainAnswer(input),
    'cbssWorkbench.replay': async (input) => forgetAfter(session, await replay(session, input)),
    'cbssWorkbench.exchanges': (input) =>
      ok({ ...searchExchanges(session.db, input), page: input.page, pageSize: input.pageSize }),
    'cbssWorkbench.exchange': (input) => showExchange(session, input),
    'cbssWorkbench.save': (input, { windowId }) => saveExchange(session, input, windowId),
    ...admissionHandlers(session),
  };
}
