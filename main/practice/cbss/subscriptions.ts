// Subscribing to a flow that comes with the file of the day. Source: seed on the register, section 11.7 of its contract.
import { anomaly, done, type Outcome, refused } from './answer.ts';
import type { CbssCall } from './inscription-facts.ts';
import type { CbssParts } from './parts.ts';
import { textOf } from './read-request.ts';

const subscriptionOf = ({ owner, request }: CbssCall) => ({
  owner,
  flow: textOf(request, 'flow') ?? '',
  context: textOf(request, 'inscriptionContext') ?? '',
});

const unknownContext = (parts: CbssParts, context: string): Outcome | undefined =>
  context === '' || parts.cbssAccess.contexts().some(({ code, active }) => code === context && active)
    ? undefined
    : refused('NOK', 'INS00002', [['inscriptionContext', context]]);

export const subscribe = (parts: CbssParts, call: CbssCall): Outcome => {
  const wanted = subscriptionOf(call);
  const unknown = unknownContext(parts, wanted.context);
  if (unknown !== undefined) return unknown;
  const isNew = parts.cbssAccess.subscribe(wanted);
  return done('OK', {
    anomalies: isNew ? [] : [anomaly('INFORMATION', 'INS00006')],
    effect: isNew ? 'created' : 'unchanged',
  });
};

export const unsubscribe = (parts: CbssParts, call: CbssCall): Outcome => {
  const was = parts.cbssAccess.unsubscribe(subscriptionOf(call));
  return done('OK', {
    anomalies: was ? [] : [anomaly('WARNING', 'INS00005')],
    effect: was ? 'deleted' : 'unchanged',
  });
};
