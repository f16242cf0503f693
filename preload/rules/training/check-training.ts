// The rules on one training. Ids are the service's anomaly codes where it has one (the service will say the same), and
// `TRN-…` for what only we notice. `blocking` stops sending, never saving: a draft may lack anything.
import type { Finding } from '../../contract/finding.ts';
import type { TrainingFields } from '../../contract/training.ts';
import { parseEnterpriseNumber } from '../identifiers/enterprise-number.ts';
import { daysBetween, filingDeadline, shownDay, shownMinutes } from './days.ts';
import type { TrainingFacts } from './facts.ts';

type Rule = (fields: TrainingFields, facts: TrainingFacts) => Finding[];

const finding = (
  rule: string,
  severity: Finding['severity'],
  field: keyof TrainingFields | null,
  params?: Finding['params'],
): Finding[] => [{ rule, severity, field, ...(params ? { params } : {}) }];
const none: Finding[] = [];

const year: Rule = (_fields, { year, today, parameters }) => {
  const last = Number(today.slice(0, 4)) + parameters.yearsAhead;
  const first = parameters.firstYear;
  return year < first || year > last
    ? finding('TRN-YEAR-RANGE', 'blocking', null, { year, first, last })
    : none;
};

const closed: Rule = (_fields, { today, parameters }) => {
  const since = parameters.registrationClosesOn;
  return since !== null && today >= since
    ? finding('F0099-999', 'blocking', null, { since: shownDay(since) })
    : none;
};

const texts: Rule = (fields) => [
  ...(fields.title.trim() === '' ? finding('TRN-TITLE-MISSING', 'blocking', 'title') : none),
  ...(fields.title.length > 255 ? finding('TRN-TITLE-LONG', 'blocking', 'title', { max: 255 }) : none),
  ...(fields.description.length > 2_000
    ? finding('TRN-DESCRIPTION-LONG', 'blocking', 'description', { max: 2_000 })
    : none),
  ...(fields.sectorTrainingCode.length > 20
    ? finding('TRN-SECTOR-CODE-LONG', 'blocking', 'sectorTrainingCode', { max: 20 })
    : none),
];

const dates: Rule = ({ startDate, endDate, status }, { year, today }) => {
  const found: Finding[] = [];
  if (startDate === null) found.push(...finding('TRN-START-MISSING', 'blocking', 'startDate'));
  if (endDate === null) found.push(...finding('TRN-END-MISSING', 'blocking', 'endDate'));
  if (startDate !== null && Number(startDate.slice(0, 4)) !== year)
    found.push(...finding('F0010-021', 'blocking', 'startDate', { startDate: shownDay(startDate), year }));
  if (startDate === null || endDate === null) return found;
  if (endDate < startDate)
    return [
      ...found,
      ...finding('F0010-014', 'blocking', 'endDate', {
        startDate: shownDay(startDate),
        endDate: shownDay(endDate),
      }),
    ];
  if (status === 'reserved' && endDate < today)
    found.push(...finding('TRN-PLANNED-PAST', 'warning', 'status', { endDate: shownDay(endDate) }));
  if (status === 'completed' && endDate > today)
    found.push(...finding('TRN-COMPLETED-FUTURE', 'warning', 'status', { endDate: shownDay(endDate) }));
  return found;
};

const duration: Rule = (fields, { parameters }) => {
  const { status, durationMinutes: minutes, deductedMinutes: deducted, startDate, endDate } = fields;
  const found: Finding[] = [];
  if (minutes === null) {
    const severity = status === 'completed' ? 'blocking' : 'notice';
    return finding('TRN-DURATION-MISSING', severity, 'durationMinutes');
  }
  if ((status === 'completed' && minutes <= 0) || minutes < 0 || minutes > parameters.maxDurationMinutes)
    found.push(
      ...finding('F0011-008', 'blocking', 'durationMinutes', {
        duration: shownMinutes(Math.max(0, minutes)),
      }),
    );
  if (deducted !== null && deducted > minutes)
    found.push(
      ...finding('TRN-DEDUCTED-LONG', 'blocking', 'deductedMinutes', {
        duration: shownMinutes(minutes),
        deducted: shownMinutes(deducted),
      }),
    );
  if (deducted !== null && deducted > 0 && !fields.countsForTrainingRight)
    found.push(...finding('TRN-DEDUCTED-UNUSED', 'warning', 'deductedMinutes'));
  if (startDate !== null && endDate !== null && endDate >= startDate) {
    const days = daysBetween(startDate, endDate);
    if (minutes > days * parameters.plausibleMinutesPerDay && minutes <= parameters.maxDurationMinutes)
      found.push(
        ...finding('TRN-DURATION-IMPLAUSIBLE', 'warning', 'durationMinutes', {
          duration: shownMinutes(minutes),
          days,
        }),
      );
  }
  return found;
};

const leave: Rule = ({ leaveScheme, countsForTrainingRight }) =>
  leaveScheme !== 'none' && countsForTrainingRight
    ? finding('F0014-362', 'blocking', 'countsForTrainingRight', { leaveScheme })
    : none;

const certificate: Rule = (fields) => {
  const { certificateObtained: obtained, certificateValidUntil: until, endDate, status } = fields;
  if (!obtained)
    return until !== null || fields.certificateName.trim() !== ''
      ? finding('TRN-CERTIFICATE-NOT-OBTAINED', 'blocking', 'certificateObtained')
      : none;
  const found =
    status === 'completed' ? [] : finding('TRN-CERTIFICATE-EARLY', 'warning', 'certificateObtained');
  if (until !== null && endDate !== null && until < endDate)
    found.push(
      ...finding('F0015-363', 'warning', 'certificateValidUntil', {
        until: shownDay(until),
        endDate: shownDay(endDate),
      }),
    );
  return found;
};

const provider: Rule = ({ providerKind, providerName, providerEnterpriseNumber: number }) => {
  const found: Finding[] = [];
  if (number.trim() !== '' && parseEnterpriseNumber(number) === null)
    found.push(...finding('TRN-PROVIDER-NUMBER', 'blocking', 'providerEnterpriseNumber'));
  if (providerKind === null && (providerName.trim() !== '' || number.trim() !== ''))
    found.push(...finding('TRN-PROVIDER-KIND', 'blocking', 'providerKind'));
  return found;
};

const cost: Rule = ({ costCents, financedBy }) => {
  if (costCents !== null && financedBy === null)
    return finding('TRN-FINANCING-MISSING', 'blocking', 'financedBy');
  if (costCents === null && financedBy !== null) return finding('TRN-COST-MISSING', 'warning', 'costCents');
  return none;
};

/** The one rule that depends on the worker. By our own knowledge only: the service compares with Dimona. */
export const checkEmployment: Rule = ({ startDate, endDate }, { year, employment: period }) => {
  if (period === null) return none;
  const started = period.startDate <= `${year}-12-31`;
  const stayed = period.endDate === null || period.endDate >= `${year}-01-01`;
  if (!started || !stayed) return finding('F0004-051', 'blocking', null, { year });
  const before = startDate !== null && startDate < period.startDate;
  const after = endDate !== null && period.endDate !== null && endDate > period.endDate;
  return before || after
    ? finding('TRN-OUTSIDE-EMPLOYMENT', 'warning', before ? 'startDate' : 'endDate')
    : none;
};

const deadline: Rule = ({ endDate, startDate, status }, { today, parameters }) => {
  if (endDate === null || startDate === null || endDate < startDate || status !== 'completed') return none;
  const last = filingDeadline(endDate, parameters.deadlineMonthsAfterQuarter);
  return today > last ? finding('F0016-364', 'warning', 'endDate', { deadline: shownDay(last) }) : none;
};

const rules: readonly Rule[] = [
  closed,
  year,
  checkEmployment,
  texts,
  dates,
  duration,
  leave,
  certificate,
  provider,
  cost,
  deadline,
];

/**
 * All findings on one training, in the order of the form. Example: an end date before the start date gives
 * `[{ rule: 'F0010-014', severity: 'blocking', field: 'endDate', params: … }]`; a sound record gives `[]`.
 */
export const checkTraining: (fields: TrainingFields, facts: TrainingFacts) => Finding[] = (fields, facts) =>
  rules.flatMap((rule) => rule(fields, facts));

const isClosed = ({ rule }: Finding): boolean => rule === 'F0099-999';

/** The same for a row on its way into the register, which lasts: that the service takes nothing more is no fault of the row. */
export const checkForRegister: typeof checkTraining = (fields, facts) =>
  checkTraining(fields, facts).filter((one) => !isClosed(one));

/** Whether any finding stops sending. */
export const blocks = (findings: readonly Finding[]): boolean =>
  findings.some((one) => one.severity === 'blocking');

/** Blocking findings that a person can mend in the record: that the service is closed is not one of them. */
export const needsFixing = (findings: readonly Finding[]): boolean =>
  findings.some((one) => one.severity === 'blocking' && !isClosed(one));
