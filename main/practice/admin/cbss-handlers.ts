// The admin calls about the registers: who may call, what they hold, what happens to persons, and the files of a day.

import { cancelNumber, replaceNumber } from '../cbss/change-numbers.ts';
import { everybody, personOf } from '../cbss/directory.ts';
import { emit, isFolder, type Wish, writeInto } from '../cbss/emit.ts';
import {
  changeIdentity,
  type DataType,
  declareDimona,
  type EventBody,
  type Happened,
} from '../cbss/happen.ts';
import { toldBy } from '../cbss/number-facts.ts';
import type { CbssParts } from '../cbss/parts.ts';
import { withSpan } from '../cbss/spans.ts';
import { ok, type Reply } from '../http/exchange.ts';
import { badRequest, invalidInput } from '../http/problem.ts';
import type { CbssApplication } from '../store/cbss-access-store.ts';
import type { Identity } from '../store/cbss-person-store.ts';
import { padEnterpriseNumber } from '../world/check-digits.ts';
import type { AdminCall, AdminHandlers } from './handlers.ts';

interface Dated {
  readonly ssin: string;
  readonly effectiveDate?: string;
}
interface GivenLines {
  readonly owner: string;
  readonly lines: readonly {
    readonly ssin: string;
    readonly inscriptionContext: string;
    readonly beginDate: string;
    readonly endDate?: string | null;
  }[];
}

/** What an application may do unless it is told. */
const OPEN_TO_ALL = { rights: ['inscriptions'], legalContexts: ['TEST:INSCRIPTION'] } as const;

export const createCbssHandlers = (parts: CbssParts): AdminHandlers => {
  const { cbssAccess, inscriptions } = parts;
  const applications = (): Reply => ok({ items: cbssAccess.applications() });
  const contexts = (): Reply => ok({ items: cbssAccess.contexts() });

  const answered = (outcome: Happened<unknown>): Reply =>
    'done' in outcome ? ok(outcome.done) : badRequest([invalidInput('ssin', undefined, outcome.refused)]);

  const putApplication = ({ parameters, json }: AdminCall): Reply => {
    const given = json as Omit<CbssApplication, 'urn'>;
    const enterpriseNumber = padEnterpriseNumber(given.enterpriseNumber);
    cbssAccess.saveApplication({ ...OPEN_TO_ALL, ...given, enterpriseNumber, urn: parameters['urn'] ?? '' });
    return applications();
  };

  const putInscriptions = ({ json }: AdminCall): Reply => {
    const { owner, lines } = json as GivenLines;
    parts.events.together(() => {
      for (const { ssin, inscriptionContext, beginDate, endDate = null } of lines) {
        const key = { owner: padEnterpriseNumber(owner), ssin, context: inscriptionContext };
        const laid = withSpan(inscriptions.lines(key), { begin: beginDate, end: endDate });
        inscriptions.setLines(key, laid.lines);
      }
    });
    return { status: 204 };
  };

  const putPerson = ({ parameters, json }: AdminCall): Reply => {
    const ssin = parameters['ssin'] ?? '';
    const given = json as Partial<Identity>;
    const before = personOf(parts, ssin);
    if (before === undefined && given.lastName === undefined)
      return badRequest([invalidInput('lastName', undefined, 'somebody new needs a name')]);
    const blank = {
      lastName: '',
      givenNames: [],
      ...toldBy(ssin),
      state: 'active',
      replacedBy: null,
    } as const;
    parts.persons.save({ ...blank, ...before, ...given, ssin });
    return ok(personOf(parts, ssin));
  };

  const emitFile = ({ json }: AdminCall): Reply => {
    const { folder, ...wish } = json as Wish & { folder?: string };
    if (folder !== undefined && !isFolder(folder))
      return badRequest([invalidInput('folder', undefined, 'no such folder')]);
    const { files, ...numbers } = emit(parts, { ...wish, receiver: padEnterpriseNumber(wish.receiver) });
    if (folder !== undefined) writeInto(folder, files);
    const shown = files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') }));
    return ok({ ...numbers, files: shown, written: folder !== undefined });
  };

  return {
    getCbssApplications: applications,
    putCbssApplication: putApplication,
    deleteCbssApplication: ({ parameters }) => {
      cbssAccess.removeApplication(parameters['urn'] ?? '');
      return applications();
    },
    getCbssContexts: contexts,
    putCbssContext: ({ parameters, json }) => {
      const { active, qualityCode = null } = json as { active: boolean; qualityCode?: number | null };
      cbssAccess.saveContext({ code: parameters['code'] ?? '', active, qualityCode });
      return contexts();
    },
    getCbssInscriptions: ({ parameters }) => {
      const { owner } = parameters;
      const owners = owner === undefined ? inscriptions.owners() : [padEnterpriseNumber(owner)];
      return ok({ items: owners.flatMap((one) => inscriptions.ofOwner(one)) });
    },
    putCbssInscriptions: putInscriptions,
    getCbssPersons: () => ok({ items: everybody(parts) }),
    putCbssPerson: putPerson,
    replaceNumber: ({ json }) => answered(replaceNumber(parts, json as Dated & { newSsin?: string })),
    cancelNumber: ({ json }) => answered(cancelNumber(parts, json as Dated)),
    changeIdentity: ({ json }) =>
      answered(changeIdentity(parts, json as Dated & { type: DataType; person: Partial<Identity> })),
    declareDimona: ({ json }) =>
      answered(declareDimona(parts, json as Dated & NonNullable<EventBody['dimona']>)),
    emitMutations: emitFile,
  };
};
