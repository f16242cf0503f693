// The admin calls that add to the practice world: employers, workers with an employment, mandates, foreign filings.
import { randomUUID } from 'node:crypto';
import type { Contract } from '../contract/load-contract.ts';
import { stableJson } from '../fla/training.ts';
import { type Exchange, ok, type Reply } from '../http/exchange.ts';
import type { TrainingStore } from '../store/training-store.ts';
import type { WorldStore } from '../store/world-store.ts';
import { enterpriseNumberIsValid, inszIsValid, padEnterpriseNumber } from '../world/check-digits.ts';
import { fieldsOf, wrongInput } from './routes.ts';
import { parseEmployer, parseMandate, parseWorker, WrongField } from './world-input.ts';

export interface WorldRouteParts {
  readonly world: WorldStore;
  readonly trainings: TrainingStore;
  readonly fla: Contract;
  readonly businessDate: () => string;
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

export const createWorldRoutes = (
  parts: WorldRouteParts,
): ((exchange: Exchange, path: string, json: unknown) => Reply | undefined) => {
  const { world, trainings } = parts;
  const training = parts.fla.schema('Training');

  const putEmployer = (number: unknown, json: unknown): void =>
    world.saveEmployer(parseEmployer(number, json));

  const putWorker = (number: unknown, insz: unknown, json: unknown): void => {
    const parsed = parseWorker(number, insz, json);
    if (world.employer(parsed.employment.enterpriseNumber) === undefined) {
      throw new WrongField('enterpriseNumber', 'the employer is unknown: add it first');
    }
    world.saveWorker(parsed.worker);
    world.saveEmployment(parsed.employment);
  };

  const importAll = (json: unknown): void => {
    const { employers, workers, mandates } = fieldsOf(json);
    for (const one of listOf(employers)) putEmployer(fieldsOf(one)['enterpriseNumber'], one);
    for (const one of listOf(workers)) {
      const { enterpriseNumber, insz, ...rest } = fieldsOf(one);
      putWorker(enterpriseNumber, insz, rest);
    }
    for (const one of listOf(mandates)) world.saveMandate(parseMandate(one));
  };

  const fileElsewhere = (json: unknown): void => {
    const fields = fieldsOf(json);
    const enterpriseNumber = padEnterpriseNumber(String(fields['enterpriseNumber']));
    const insz = String(fields['insz']);
    const year = Number(fields['year']);
    if (!enterpriseNumberIsValid(enterpriseNumber)) throw new WrongField('enterpriseNumber', 'not valid');
    if (!inszIsValid(insz, '9999-12-31')) throw new WrongField('insz', 'not valid');
    if (!Number.isInteger(year)) throw new WrongField('year', 'not a year');
    const body = fields['training'];
    if (!training(body)) throw new WrongField('training', 'does not fit the contract');
    const channel = fields['channel'] ?? 'webApplication';
    if (channel !== 'webApplication' && channel !== 'trainingProvider' && channel !== 'batch') {
      throw new WrongField('channel', 'webApplication, trainingProvider or batch is asked');
    }
    const externalReference = String(fieldsOf(body)['externalReference']);
    const subject = { enterpriseNumber, insz, year };
    const before = trainings.list(subject).find((stored) => stored.externalReference === externalReference);
    const filedOn = before?.filedOn ?? parts.businessDate();
    const id = before?.id ?? randomUUID();
    trainings.save(subject, { id, externalReference, body: stableJson(body), channel, filedOn });
  };

  const showWorld = (): Reply => {
    const employers = world.employers().map((employer) => ({
      ...employer,
      workers: world.employees(employer.enterpriseNumber, 0, 500),
    }));
    return ok({ employers, mandates: world.mandates() });
  };

  const perform = (key: string, json: unknown): boolean => {
    const worker = /^PUT \/world\/employers\/(\d+)\/workers\/(\d+)$/.exec(key);
    const employer = /^PUT \/world\/employers\/(\d+)$/.exec(key);
    if (worker !== null) putWorker(worker[1], worker[2], json);
    else if (employer !== null) putEmployer(employer[1], json);
    else if (key === 'PUT /world/mandates') {
      for (const one of Array.isArray(json) ? json : [json]) world.saveMandate(parseMandate(one));
    } else if (key === 'POST /world/import') importAll(json);
    else if (key === 'POST /world/trainings') fileElsewhere(json);
    else return false;
    return true;
  };

  return (exchange, path, json) => {
    if (exchange.method === 'GET' && path === '/world') return showWorld();
    let done = false;
    try {
      world.together(() => {
        done = perform(`${exchange.method} ${path}`, json);
      });
    } catch (error) {
      if (error instanceof WrongField) return wrongInput(error.field, error.message);
      throw error;
    }
    return done ? { status: 204 } : undefined;
  };
};
