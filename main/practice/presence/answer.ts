// A registration as the contract shows it.
import type { Presence } from '../store/presence-store.ts';
import { instant, type PresenceParts } from './parts.ts';
import { describeRemark } from './remarks.ts';

const BASE = /^[01]\d{9}$/;

export const remarksOf = (parts: PresenceParts, codes: string) =>
  codes
    .split(' ')
    .filter(Boolean)
    .map((code) => describeRemark(parts.remarks, code));

export const shown = (parts: PresenceParts, basePath: string, presence: Presence) => {
  const worker = parts.world.worker(presence.insz);
  return {
    self: `${parts.origin()}${basePath}/presenceRegistrations/${presence.id}`,
    id: presence.id,
    registrationDate: instant(presence.registeredAt),
    type: presence.type,
    ssin: presence.insz,
    ...(worker?.state === 'replaced' && worker.replacedBy !== null ? { currentSsin: worker.replacedBy } : {}),
    employer: BASE.test(presence.employer)
      ? { enterpriseNumber: presence.employer }
      : { foreignVatNumber: presence.employer },
    placeOfWork: JSON.parse(presence.place) as object,
    contractualRelationshipReference: presence.reference,
    ...(presence.clientReference === null ? {} : { clientReference: presence.clientReference }),
    creationDate: instant(presence.createdAt),
    channel: presence.channel,
    sender: {
      enterpriseNumber: presence.sender,
      ...(presence.clientId === '' ? {} : { clientId: presence.clientId }),
    },
    validity: presence.validity,
    ...(presence.validatedAt === null ? {} : { validationDate: instant(presence.validatedAt) }),
    remarks: remarksOf(parts, presence.remarks),
    ...(presence.cancelReason === null || presence.cancelledAt === null
      ? {}
      : {
          cancellation: {
            reason: presence.cancelReason,
            cancellationDate: instant(presence.cancelledAt),
          },
        }),
  };
};
