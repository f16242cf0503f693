// Between the practice world and this profile: samples come in, employers of our own are made known over there.
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { services } from '../../preload/contract/services.ts';
import { parseEnterpriseNumber } from '../../preload/rules/identifiers/enterprise-number.ts';
import { parseInsz } from '../../preload/rules/identifiers/insz.ts';
import { addEmployer } from '../employers/add-employer.ts';
import { findEmployer, findEmployerByNumber } from '../employers/employer-store.ts';
import { noteMandateAnswer } from '../employers/mandate-of.ts';
import { mandataryOf, routeOfDay } from '../employers/route-store.ts';
import { recordAct } from '../history/record-act.ts';
import { addWorkers } from '../people/add-workers.ts';
import { listWorkers } from '../people/worker-store.ts';
import { transaction } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { callPractice } from './practice-api.ts';
import { makeEnterpriseKnown, type PracticeWorld, readWorld } from './practice-world.ts';

type Sample = PracticeWorld['employers'][number];

/** Adds what is not there yet; counts what was added. */
export async function addSamples(session: Session): Promise<Result<{ employers: number; workers: number }>> {
  const world = await readWorld(session);
  if (!world.ok) return world;
  let employers = 0;
  let workers = 0;
  for (const sample of world.value.employers.filter((one) => one.workers.length > 0)) {
    const enterpriseNumber = parseEnterpriseNumber(sample.enterpriseNumber);
    if (enterpriseNumber === null) continue;
    let id = findEmployerByNumber(session.db, enterpriseNumber);
    if (id === null) {
      const added = addEmployer(session, employerOf(sample, enterpriseNumber));
      if (!added.ok) return added;
      id = added.value.id;
      employers += 1;
    }
    const rows = workersOf(sample);
    const placed = addWorkers(session, { employerId: id, rows });
    if (!placed.ok) return placed;
    workers += placed.value.added;
  }
  return ok({ employers, workers });
}

function employerOf(sample: Sample, enterpriseNumber: string): Parameters<typeof addEmployer>[1] {
  return {
    name: sample.name,
    // Checked by its parser just before: the brand says no more than that.
    enterpriseNumber: enterpriseNumber as Parameters<typeof addEmployer>[1]['enterpriseNumber'],
    language: 'nl',
    sizeBracket: sample.fte >= 20 ? 'from20' : sample.fte >= 10 ? 'from10to19' : 'under10',
    fullTimeWeeklyMinutes: Math.round(sample.weeklyHours * 60),
    sectorDaysHundredths: null,
  };
}

type Rows = Parameters<typeof addWorkers>[1]['rows'];

function workersOf(sample: Sample): Rows {
  return sample.workers.flatMap((worker) => {
    const insz = parseInsz(worker.insz);
    if (insz === null) return [];
    const row = {
      insz,
      familyName: worker.familyName,
      givenName: worker.givenName,
      language: null,
      startDate: worker.startDate,
      endDate: worker.endDate,
      employmentHundredths: Math.max(1, Math.round(worker.fraction * 100)),
    };
    return [row as Rows[number]];
  });
}

/**
 * Makes an employer and its workers known to practice, with what each of its routes needs: the mandates of all services, and the
 * Circle of Trust of whoever asks for citizens' data. As the registers would have them. Failures: notFound, notSupportedHere outside practice, serviceUnavailable.
 */
export async function enrol(session: Session, employerId: string): Promise<Result<{ workers: number }>> {
  const employer = findEmployer(session.db, employerId);
  if (employer === null) return fail('notFound');
  const { enterpriseNumber, name } = employer;
  const fte = { under10: 5, from10to19: 15, from20: 25, unknown: 25 }[employer.sizeBracket];
  const weeklyHours = employer.fullTimeWeeklyMinutes / 60;
  const known = await makeEnterpriseKnown(session, {
    enterpriseNumber,
    name,
    quality: 'employer',
    fte,
    weeklyHours,
  });
  if (!known.ok) return known;
  const day = session.businessDate();
  const asks = routeOfDay(session.db, employerId, 'citizenData', day)?.account?.enterpriseNumber;
  const mandates = services.flatMap((service) => {
    const mandatary = mandataryOf(session.db, employerId, service, day);
    return mandatary === null ? [] : [{ mandator: enterpriseNumber, mandatary, serviceGroup: service }];
  });
  const filter = { text: '', sort: 'name', pageSize: 500 } as const;
  let enrolled = 0;
  for (let page = 1; ; page += 1) {
    const { rows, total } = listWorkers(session.db, { employerId }, { ...filter, page });
    const imported = await callPractice(session, 'admin', 'POST', '/world/import', {
      workers: rows.map((worker) => ({
        enterpriseNumber,
        insz: worker.insz,
        givenName: worker.givenName || '-',
        familyName: worker.familyName,
        startDate: worker.startDate,
        endDate: worker.endDate,
        fraction: worker.employmentHundredths / 100,
      })),
      mandates,
      circles: asks === undefined ? [] : [asks],
    });
    if (!imported.ok) return imported;
    enrolled += rows.length;
    if (rows.length === 0 || enrolled >= total) break;
  }
  const at = { instant: session.clock.now().toISOString(), day };
  transaction(session.db, () => {
    for (const { serviceGroup } of mandates)
      noteMandateAnswer(session.db, employerId, serviceGroup, 'confirmed', at);
    recordAct(session, {
      employerId,
      kind: 'practice.enrolled',
      subject: { kind: 'employer', id: employerId },
      summary: name,
      payload: { workers: enrolled, mandates: mandates.length, circle: asks !== undefined },
    });
  });
  session.changed('mandate.changed', [employerId]);
  session.changed('route.changed', [employerId]);
  return ok({ workers: enrolled });
}
