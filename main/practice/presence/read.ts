// Searching, one registration, its judgements, and the kinds of remark.
import { ok, type Reply } from '../http/exchange.ts';
import * as problems from '../http/problem.ts';
import type { Presence } from '../store/presence-store.ts';
import { declarationsOf, employersOf } from './access.ts';
import { remarksOf, shown } from './answer.ts';
import { daySpan } from './day-span.ts';
import { type GivenEmployer, instant, type PresenceCall, type PresenceParts } from './parts.ts';
import { describeRemark } from './remarks.ts';

interface Period {
  readonly startDate: string;
  readonly endDate: string;
}

interface GivenSearch {
  readonly ssin?: string;
  readonly employer?: GivenEmployer;
  readonly contractualRelationshipReference?: string;
  readonly registrationPeriod: Period;
  readonly creationPeriod?: Period;
  readonly validities?: string[];
  readonly remarkCodes?: string[];
  readonly type?: string;
  readonly includeSubcontractors?: boolean;
  readonly page?: number;
  readonly pageSize?: number;
  readonly sort?: string[];
}

const MOST_DAYS = 31;

const periodIssues = (name: string, period: Period | undefined): problems.Issue[] => {
  if (period === undefined) return [];
  const days = (Date.parse(period.endDate) - Date.parse(period.startDate)) / 86_400_000 + 1;
  if (days >= 1 && days <= MOST_DAYS) return [];
  return [
    {
      type: 'urn:problem-type:belgif-ext:input-validation:invalidPeriod',
      title: 'Period is invalid',
      detail: days < 1 ? 'it ends before it begins' : `it is longer than ${MOST_DAYS} days`,
      in: 'body',
      name,
    },
  ];
};

/** What lies under the service's path, for the links of an answer. */
const baseOf = (call: PresenceCall): string =>
  call.exchange.path.slice(0, call.exchange.path.indexOf('/presenceRegistrations'));

export const searchPresences = (parts: PresenceParts, call: PresenceCall): Reply => {
  const given = call.json as GivenSearch;
  const issues = [
    ...periodIssues('registrationPeriod', given.registrationPeriod),
    ...periodIssues('creationPeriod', given.creationPeriod),
  ];
  if (issues.length > 0) return problems.badRequest(issues);
  const employers = employersOf(parts, call.caller);
  const references = given.includeSubcontractors === true ? declarationsOf(parts, employers) : [];
  const employer = given.employer?.enterpriseNumber ?? given.employer?.foreignVatNumber;
  // Another enterprise is seen only as a subcontractor.
  if (employer !== undefined && !employers.includes(employer) && references.length === 0) {
    return problems.missingPermission('no permission for this employer');
  }
  const page = given.page ?? 1;
  const pageSize = given.pageSize ?? 50;
  const { creationPeriod } = given;
  const { rows, total } = parts.presences.search({
    employers,
    references,
    employer,
    insz: given.ssin,
    reference: given.contractualRelationshipReference,
    type: given.type,
    registered: daySpan(given.registrationPeriod.startDate, given.registrationPeriod.endDate),
    created:
      creationPeriod === undefined ? undefined : daySpan(creationPeriod.startDate, creationPeriod.endDate),
    validities: given.validities,
    remarkCodes: given.remarkCodes,
    sort: given.sort ?? ['id'],
    offset: (page - 1) * pageSize,
    limit: pageSize,
  });
  const basePath = baseOf(call);
  return ok({ items: rows.map((row) => shown(parts, basePath, row)), page, pageSize, total });
};

const visible = (parts: PresenceParts, call: PresenceCall): Presence | Reply => {
  const id = call.parameters['id'] ?? '';
  const presence = parts.presences.find(Number(id));
  if (presence === undefined) return problems.resourceNotFound('id', id, 'no such registration');
  const employers = employersOf(parts, call.caller);
  if (employers.includes(presence.employer)) return presence;
  return declarationsOf(parts, employers).includes(presence.reference)
    ? presence
    : problems.missingPermission('no permission for this registration');
};

export const getPresence = (parts: PresenceParts, call: PresenceCall): Reply => {
  const presence = visible(parts, call);
  return 'status' in presence ? presence : ok(shown(parts, baseOf(call), presence));
};

export const getValidations = (parts: PresenceParts, call: PresenceCall): Reply => {
  const presence = visible(parts, call);
  if ('status' in presence) return presence;
  const items = parts.presences.judgements(presence.id).map(({ at, validity, remarks }) => ({
    validationDate: instant(at),
    validity,
    remarks: remarksOf(parts, remarks.join(' ')),
  }));
  return ok({ self: parts.origin() + call.exchange.path, items, total: items.length });
};

export const getRemarkTypes = (parts: PresenceParts, call: PresenceCall): Reply => {
  const items = Object.keys(parts.remarks).map((code) => describeRemark(parts.remarks, code));
  return ok({ self: parts.origin() + call.exchange.path, items, total: items.length });
};

export const getRemarkType = (parts: PresenceParts, call: PresenceCall): Reply => {
  const code = call.parameters['code'] ?? '';
  return Object.hasOwn(parts.remarks, code)
    ? ok(describeRemark(parts.remarks, code))
    : problems.resourceNotFound('code', code, 'no such kind of remark');
};
