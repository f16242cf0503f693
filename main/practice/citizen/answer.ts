// Requests and mandates as the contract shows them; the switches decide what may be left out.
import type { CitizenMandate } from '../store/citizen-mandate-store.ts';
import type { CitizenRequest } from '../store/citizen-request-store.ts';
import { belgianInstant } from './moments.ts';
import { type CitizenCall, type CitizenParts, nameOf } from './parts.ts';

/** What lies before the resources of an answer's links. */
const baseOf = (parts: CitizenParts, call: CitizenCall): string =>
  parts.origin() + call.exchange.path.replace(/\/(mandateRequests|mandates)\b.*$/, '');

export const shownRequest = (parts: CitizenParts, call: CitizenCall, request: CitizenRequest) => {
  const { mandateRequestIds } = parts.switches.all();
  const mandates = parts.citizens
    .mandatesOf(request.requestId)
    .map(({ mandateId, dataSet }) => ({ mandateId, dataSet }));
  return {
    self: `${baseOf(parts, call)}/mandateRequests/${request.requestId}`,
    ...(mandateRequestIds === 'nowhere' ? {} : { requestId: request.requestId }),
    enterpriseNumber: request.enterpriseNumber,
    enterpriseName: parts.world.employer(request.enterpriseNumber)?.name ?? request.enterpriseNumber,
    ...(request.mandatary === null ? {} : { mandataryEnterpriseNumber: request.mandatary }),
    context: 'precontractualData',
    dataSets: request.dataSets,
    ...(request.insz === null ? {} : { ssin: request.insz }),
    state: request.state,
    createdAt: belgianInstant(request.createdAt),
    expiresAt: belgianInstant(request.expiresAt),
    requestUrl: parts.requestUrl(request.requestId),
    ...(request.clientReference === null ? {} : { clientReference: request.clientReference }),
    // Without the number of a request in the mandates, nothing else may join the two either.
    ...(mandates.length === 0 || mandateRequestIds !== 'everywhere' ? {} : { mandates }),
  };
};

export const shownMandate = (parts: CitizenParts, call: CitizenCall, mandate: CitizenMandate) => {
  const { insz, mandatary, revokedAt } = mandate;
  return {
    self: `${baseOf(parts, call)}/mandates/${mandate.mandateId}`,
    mandateId: mandate.mandateId,
    ...(parts.switches.all().mandateRequestIds === 'everywhere' ? { requestId: mandate.requestId } : {}),
    ssin: insz,
    ...nameOf(parts, insz),
    enterpriseNumber: mandate.enterpriseNumber,
    ...(mandatary === null ? {} : { mandataryEnterpriseNumber: mandatary }),
    context: 'precontractualData',
    dataSet: mandate.dataSet,
    state: mandate.state,
    period: { startDate: mandate.startDate, endDate: mandate.endDate },
    ...(revokedAt === null ? {} : { revokedAt: belgianInstant(revokedAt) }),
  };
};
