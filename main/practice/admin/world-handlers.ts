// The admin calls that add to the practice world: employers, workers with an employment, mandates, foreign filings.
import { randomUUID } from 'node:crypto';
import type { Contract } from '../contract/load-contract.ts';
import { stableJson } from '../fla/training.ts';
import { ok, type Reply } from '../http/exchange.ts';
import { badRequest, type Issue, invalidInput, invalidStructure } from '../http/problem.ts';
import type { AccessStore } from '../store/access-store.ts';
import type { Mandate, MandateStore } from '../store/mandate-store.ts';
import type { StoredTraining, TrainingStore } from '../store/training-store.ts';
import type { WorldStore } from '../store/world-store.ts';
import { enterpriseNumberIsValid, inszIsValid, padEnterpriseNumber } from '../world/check-digits.ts';
import type { AdminCall, AdminHandlers } from './handlers.ts';

export interface WorldParts {
  readonly world: WorldStore;
  readonly mandates: MandateStore;
  readonly access: AccessStore;
  readonly trainings: TrainingStore;
  readonly fla: Contract;
  readonly businessDate: () => string;
}

interface GivenEmployer {
  enterpriseNumber: string;
  name: string;
  qualities?: string[];
  fte?: number;
  weeklyHours?: number;
}
interface GivenWorker {
  enterpriseNumber: string;
  insz: string;
  givenName: string;
  familyName: string;
  startDate?: string;
  endDate?: string | null;
  fraction?: number;
  state?: 'active' | 'replaced' | 'cancelled';
  replacedBy?: string | null;
}
type GivenMandate = Pick<Mandate, 'mandator' | 'mandatary'> & Partial<Mandate>;
interface GivenWorld {
  employers?: GivenEmployer[];
  workers?: GivenWorker[];
  mandates?: GivenMandate[];
  /** Enterprises that accept the Circle of Trust, where they have not done so. */
  circles?: string[];
}
interface GivenFiling {
  enterpriseNumber: string;
  insz: string;
  year: number;
  channel?: string;
  training: { externalReference: string };
}

const wrongEnterprise = (name: string, number: string): Issue[] =>
  enterpriseNumberIsValid(padEnterpriseNumber(number))
    ? []
    : [invalidStructure('body', name, number, 'the check digits are wrong')];

const wrongInsz = (name: string, insz: string | null = null): Issue[] =>
  insz === null || inszIsValid(insz, new Date().toISOString().slice(0, 10))
    ? []
    : [invalidStructure('body', name, insz, 'the number is not valid')];

export const createWorldHandlers = (parts: WorldParts): AdminHandlers => {
  const { world, mandates, access, trainings } = parts;
  const fitsContract = parts.fla.schema('Training');

  const issuesOf = ({
    employers = [],
    workers = [],
    mandates: given = [],
    circles = [],
  }: GivenWorld): Issue[] => {
    const coming = new Set(employers.map(({ enterpriseNumber }) => padEnterpriseNumber(enterpriseNumber)));
    const unknown = workers
      .map(({ enterpriseNumber }) => padEnterpriseNumber(enterpriseNumber))
      .filter((number) => !coming.has(number) && world.employer(number) === undefined);
    return [
      ...employers.flatMap((one) => wrongEnterprise('enterpriseNumber', one.enterpriseNumber)),
      ...workers.flatMap((one) => [
        ...wrongInsz('insz', one.insz),
        ...wrongInsz('replacedBy', one.replacedBy),
      ]),
      ...unknown.map((number) => invalidInput('enterpriseNumber', number, 'the employer is unknown')),
      ...given.flatMap((one) => [
        ...wrongEnterprise('mandator', one.mandator),
        ...wrongEnterprise('mandatary', one.mandatary),
      ]),
      ...circles.flatMap((number) => wrongEnterprise('circles', number)),
    ];
  };

  const addEmployer = (given: GivenEmployer): void =>
    world.saveEmployer({
      enterpriseNumber: padEnterpriseNumber(given.enterpriseNumber),
      name: given.name,
      qualities: given.qualities ?? ['employer'],
      fte: given.fte ?? 20,
      weeklyHours: given.weeklyHours ?? 38,
    });

  const addWorker = (given: GivenWorker): void => {
    const { insz, givenName, familyName, state = 'active' } = given;
    world.saveWorker({ insz, givenName, familyName, state, replacedBy: given.replacedBy ?? null });
    world.saveEmployment({
      enterpriseNumber: padEnterpriseNumber(given.enterpriseNumber),
      insz,
      startDate: given.startDate ?? '2020-01-01',
      endDate: given.endDate ?? null,
      fraction: given.fraction ?? 1,
    });
  };

  /** The one mandate of a group of services between two enterprises, as the register would have it. */
  const addMandate = (given: GivenMandate): void => {
    const mandator = padEnterpriseNumber(given.mandator);
    const mandatary = padEnterpriseNumber(given.mandatary);
    const serviceGroup = given.serviceGroup ?? 'fla';
    for (const { id } of mandates.between(mandator, mandatary, serviceGroup)) mandates.remove(id);
    mandates.save({
      id: `${mandator}-${mandatary}${serviceGroup === 'fla' ? '' : `-${serviceGroup}`}`,
      mandator,
      mandatary,
      serviceGroup,
      startQuarter: given.startQuarter ?? '2024Q2',
      endQuarter: given.endQuarter ?? null,
      state: given.state ?? 'active',
      mandatorAgreed: true,
      mandataryAgreed: true,
      sameGroup: false,
    });
  };

  const acceptCircle = (given: string): void => {
    const number = padEnterpriseNumber(given);
    if (access.circleOfTrust(number) === undefined)
      access.acceptCircleOfTrust(number, { acceptedBy: '', acceptedOn: parts.businessDate() });
  };

  /** All of it or nothing. */
  const add = (given: GivenWorld): Reply => {
    const issues = issuesOf(given);
    if (issues.length > 0) return badRequest(issues);
    world.together(() => {
      for (const one of given.employers ?? []) addEmployer(one);
      for (const one of given.workers ?? []) addWorker(one);
      for (const one of given.mandates ?? []) addMandate(one);
      for (const one of given.circles ?? []) acceptCircle(one);
    });
    return { status: 204 };
  };

  const fileElsewhere = ({ json }: AdminCall): Reply => {
    const { insz, year, training, channel = 'webApplication', ...given } = json as GivenFiling;
    const issues = [
      ...wrongEnterprise('enterpriseNumber', given.enterpriseNumber),
      ...wrongInsz('insz', insz),
      ...(fitsContract(training) ? [] : [invalidInput('training', undefined, 'does not fit the contract')]),
    ];
    if (issues.length > 0) return badRequest(issues);
    const subject = { enterpriseNumber: padEnterpriseNumber(given.enterpriseNumber), insz, year };
    const { externalReference } = training;
    const before: Partial<StoredTraining> =
      trainings.list(subject).find((stored) => stored.externalReference === externalReference) ?? {};
    const { id = randomUUID(), filedOn = parts.businessDate() } = before;
    trainings.save(subject, { id, externalReference, body: stableJson(training), channel, filedOn });
    return { status: 204 };
  };

  return {
    getWorld: () => {
      const employers = world.employers().map((employer) => ({
        ...employer,
        workers: world.employees(employer.enterpriseNumber, 0, 500),
      }));
      return ok({ employers, mandates: mandates.all() });
    },
    putEmployer: ({ json, parameters }) => {
      const enterpriseNumber = parameters['enterpriseNumber'] ?? '';
      return add({ employers: [{ ...(json as GivenEmployer), enterpriseNumber }] });
    },
    putWorker: ({ json, parameters }) => {
      const { enterpriseNumber = '', insz = '' } = parameters;
      return add({ workers: [{ ...(json as GivenWorker), enterpriseNumber, insz }] });
    },
    putMandates: ({ json }) => add({ mandates: (Array.isArray(json) ? json : [json]) as GivenMandate[] }),
    importWorld: ({ json }) => add(json as GivenWorld),
    fileElsewhere,
  };
};
