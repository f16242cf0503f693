// Reading what a citizen opened: for the quarter and the year of the practice date, and no more than the mandates allow.
import { quarterOf } from '../fla/calendar.ts';
import { ok, type Reply } from '../http/exchange.ts';
import { badRequest, problem } from '../http/problem.ts';
import type { DataSet } from '../store/citizen-request-store.ts';
import { belgianInstant, daysOfQuarter, practiceNow } from './moments.ts';
import { enterpriseIssues, partyIssues, registerIssues, ssinIssues } from './number-issues.ts';
import { type CitizenCall, type CitizenParts, DATA_SETS } from './parts.ts';
import { barredFrom } from './permission.ts';
import { flexiControls, quotaOf, type Registers, registersOf } from './rules.ts';

interface Given {
  readonly ssin: string;
  readonly enterpriseNumber: string;
  readonly mandataryEnterpriseNumber?: string;
  readonly dataSets?: readonly DataSet[];
}

interface Open {
  readonly dataSet: DataSet;
  readonly endDate: string;
}

/** Until when each may be read; where there are several mandates, the one that lasts longest counts. */
const openOf = (parts: CitizenParts, given: Given): Open[] => {
  const { rows } = parts.citizens.searchMandates(
    {
      principal: given.enterpriseNumber,
      mandatary: given.mandataryEnterpriseNumber,
      insz: given.ssin,
      states: ['active'],
    },
    { offset: 0, limit: -1 },
  );
  return DATA_SETS.flatMap((dataSet) => {
    const ends = rows.filter((row) => row.dataSet === dataSet).map(({ endDate }) => endDate);
    const last = ends.sort().at(-1);
    return last === undefined ? [] : [{ dataSet, endDate: last }];
  });
};

/** The three forms that this answer may take: the real one is not known, so a client must understand each. */
const nothingOpen = (parts: CitizenParts, ssin: string, missing: readonly DataSet[]): Reply => {
  const form = parts.switches.all().noActiveMandateForm;
  if (form === 'status200') {
    const consultedAt = belgianInstant(practiceNow(parts.clock));
    return ok({
      ssin,
      consultedAt,
      status: 'noActiveCitizenMandate',
      mandates: [],
      missingMandates: missing,
    });
  }
  return problem({
    status: form === 'problem404' ? 404 : 403,
    type: 'urn:problem-type:nsso:citizenData:noActiveCitizenMandate',
    title: 'No Active Citizen Mandate',
    detail: 'no active citizen mandate for what was asked for',
  });
};

const flexiJob = (parts: CitizenParts, registers: Registers, today: string) => {
  const yearQuarter = quarterOf(today);
  const controls = flexiControls(registers, yearQuarter);
  const listed = Object.entries(controls).map(([code, fulfilled]) => ({ code, fulfilled }));
  return {
    eligible: Object.values(controls).includes(true),
    period: daysOfQuarter(yearQuarter),
    yearQuarter,
    ...(parts.switches.all().controlsInAnswers ? { controls: listed } : {}),
  };
};

const studentWork = (registers: Registers, today: string) => {
  const year = Number(today.slice(0, 4));
  const quota = quotaOf(year);
  return { year, quota, availableHours: Math.max(0, quota - registers.hoursUsedIn(year)) };
};

export const consult = (parts: CitizenParts, call: CitizenCall): Reply => {
  const given = call.json as Given;
  const { ssin, enterpriseNumber, mandataryEnterpriseNumber: mandatary, dataSets = DATA_SETS } = given;
  const wrong = [
    ...ssinIssues(ssin),
    ...enterpriseIssues('enterpriseNumber', enterpriseNumber),
    ...enterpriseIssues('mandataryEnterpriseNumber', mandatary),
    ...partyIssues('mandataryEnterpriseNumber', enterpriseNumber, mandatary),
  ];
  if (wrong.length > 0) return badRequest(wrong);
  const barred = barredFrom(parts, call.caller, enterpriseNumber, mandatary);
  if (barred !== undefined) return barred;
  const unknown = registerIssues(parts, ssin);
  if (unknown.length > 0) return badRequest(unknown);
  const open = openOf(parts, given).filter(({ dataSet }) => dataSets.includes(dataSet));
  const isOpen = (dataSet: DataSet): boolean => open.some((one) => one.dataSet === dataSet);
  const missing = DATA_SETS.filter((dataSet) => dataSets.includes(dataSet) && !isOpen(dataSet));
  if (open.length === 0) return nothingOpen(parts, ssin, missing);
  const registers = registersOf(parts, ssin);
  const today = parts.clock.businessDate();
  return ok({
    ssin,
    consultedAt: belgianInstant(practiceNow(parts.clock)),
    ...(isOpen('flexiJobEligibility') ? { flexiJob: flexiJob(parts, registers, today) } : {}),
    ...(isOpen('studentWorkHours') ? { studentWork: studentWork(registers, today) } : {}),
    mandates: open,
    ...(missing.length > 0 ? { missingMandates: missing } : {}),
  });
};
