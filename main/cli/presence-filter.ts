// What `presence search` asks for: a search that was saved under a name, narrowed or changed by what is given besides.
import type { CallInput } from '../../preload/contract/index.ts';
import { type PeriodKind, type PresenceSearch, periodKinds } from '../../preload/contract/presence-search.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { belgianDayOf } from '../../preload/rules/dates/belgian-day.ts';
import { parseEnterpriseNumber } from '../../preload/rules/identifiers/enterprise-number.ts';
import { periodDays } from '../../preload/rules/presences/search-period.ts';
import { parseWorksReference } from '../../preload/rules/presences/works-reference.ts';
import { employerOrAll } from './choose.ts';
import { type Context, text } from './command.ts';

export const filterOptions = {
  employer: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  period: { type: 'string' },
  filter: { type: 'string' },
  site: { type: 'string' },
  worker: { type: 'string' },
  enterprise: { type: 'string' },
  type: { type: 'string' },
  state: { type: 'string' },
  remark: { type: 'string' },
  subcontractors: { type: 'string' },
  cancelled: { type: 'boolean' },
  turned: { type: 'boolean' },
  'new-since': { type: 'string' },
} as const;

export type SearchInput = Omit<CallInput<'presence.list'>, 'page' | 'pageSize'>;

/** Failures: invalidInput (`details.fields`), notFound (`details.fields` --filter), those of choosing the employer. */
export async function searchInput(context: Context): Promise<Result<SearchInput>> {
  const { values } = context;
  const employerId = await employerOrAll(context);
  if (!employerId.ok) return employerId;
  const saved = await savedSearch(context);
  if (!saved.ok) return saved;
  const days = searchedDays(context, saved.value);
  if (!days.ok) return days;
  const narrowed = conditionsOf(context);
  if (!narrowed.ok) return narrowed;
  return ok({
    ...conditionsKept(saved.value),
    ...narrowed.value,
    ...days.value,
    ...(employerId.value === null ? {} : { employerId: employerId.value }),
    ...(values['cancelled'] === true ? { cancelled: true } : {}),
    ...(values['turned'] === true ? { turned: true } : {}),
  });
}

async function savedSearch({ app, values }: Context): Promise<Result<PresenceSearch | null>> {
  const name = text(values, 'filter');
  if (name === undefined) return ok(null);
  const list = await app.call('presenceFilter.list', {});
  if (!list.ok) return list;
  const plain = (one: string): string => one.trim().toLowerCase();
  const found = list.value.rows.find((row) => plain(row.name) === plain(name));
  return found === undefined ? fail('notFound', { details: { fields: '--filter' } }) : ok(found.search);
}

const invalid = (field: string): Result<never> => fail('invalidInput', { details: { fields: `--${field}` } });

/** The days given win over the period given, and that over the saved one. */
function searchedDays(
  { values }: Context,
  saved: PresenceSearch | null,
): Result<{ from: string; to: string }> {
  const isDay = (day: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day));
  const from = text(values, 'from');
  if (from !== undefined) {
    const to = text(values, 'to') ?? from;
    if (!isDay(from)) return invalid('from');
    return isDay(to) ? ok({ from, to }) : invalid('to');
  }
  const today = belgianDayOf(Date.now());
  const kind = text(values, 'period');
  if (kind !== undefined)
    return isPeriod(kind) && kind !== 'days'
      ? ok(periodDays({ period: kind, from: null, to: null }, today))
      : invalid('period');
  return saved === null ? invalid('from') : ok(periodDays(saved, today));
}

const isPeriod = (kind: string): kind is PeriodKind => periodKinds.some((one) => one === kind);

function conditionsKept(saved: PresenceSearch | null): Partial<SearchInput> {
  if (saved === null) return {};
  const { reference, enterpriseNumber, type, validity, remark } = saved;
  return {
    text: saved.text,
    subcontractors: saved.subcontractors,
    cancelled: saved.cancelled,
    turned: saved.turned,
    ...(reference === null ? {} : { reference }),
    ...(enterpriseNumber === null ? {} : { enterpriseNumber }),
    ...(type === null ? {} : { type }),
    ...(validity === null ? {} : { validity }),
    ...(remark === null ? {} : { remark }),
  };
}

function conditionsOf({ values }: Context): Result<Partial<SearchInput>> {
  const given: Partial<SearchInput> = {};
  const worker = text(values, 'worker');
  if (worker !== undefined) given.text = worker;
  const site = text(values, 'site');
  if (site !== undefined) {
    const reference = parseWorksReference(site);
    if (reference === null) return invalid('site');
    given.reference = reference;
  }
  const enterprise = text(values, 'enterprise');
  // A foreign enterprise has a VAT number of another form.
  if (enterprise !== undefined) given.enterpriseNumber = parseEnterpriseNumber(enterprise) ?? enterprise;
  const type = text(values, 'type');
  if (type !== undefined) {
    const kind = type.toUpperCase();
    if (kind !== 'IN' && kind !== 'OUT') return invalid('type');
    given.type = kind;
  }
  const state = text(values, 'state');
  if (state !== undefined) {
    if (state !== 'pending' && state !== 'valid' && state !== 'invalid') return invalid('state');
    given.validity = state;
  }
  const remark = text(values, 'remark');
  if (remark !== undefined) given.remark = remark;
  const subcontractors = text(values, 'subcontractors');
  if (subcontractors !== undefined) {
    if (subcontractors !== 'with' && subcontractors !== 'without' && subcontractors !== 'only')
      return invalid('subcontractors');
    given.subcontractors = subcontractors;
  }
  const since = text(values, 'new-since');
  if (since !== undefined) {
    if (Number.isNaN(Date.parse(since))) return invalid('new-since');
    given.newSince = new Date(since).toISOString();
  }
  return ok(given);
}
