// `route list|set|stop`
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { RouteChoice, RouteTableRow, ServiceRoutes } from '../../preload/contract/routes.ts';
import { type Service, serviceSchema } from '../../preload/contract/services.ts';
import { localDateSchema } from '../../preload/contract/values.ts';
import { formatEnterpriseNumber } from '../../preload/rules/identifiers/enterprise-number.ts';
import { chosenAccount, chosenEmployer } from './choose.ts';
import { type Command, type Context, type Outcome, text } from './command.ts';
import { findingLine } from './findings.ts';
import { stop } from './stop.ts';

export const routeCommands: readonly Command[] = [
  {
    noun: 'route',
    verb: 'list',
    usage: '[--employer NUMBER] [--attention]',
    options: { employer: { type: 'string' }, attention: { type: 'boolean' } },
    words: 0,
    run: list,
  },
  {
    noun: 'route',
    verb: 'set',
    usage:
      '--employer NUMBER [--service SERVICE] --kind own|mandatary|elsewhere [--account NAME] [--from DAY]',
    options: {
      employer: { type: 'string' },
      service: { type: 'string' },
      kind: { type: 'string' },
      account: { type: 'string' },
      from: { type: 'string' },
    },
    words: 0,
    run: set,
  },
  {
    noun: 'route',
    verb: 'stop',
    usage: '[--account NAME] --right SERVICE | --certificate [--waiting keep|drop] [--confirmed]',
    options: {
      account: { type: 'string' },
      right: { type: 'string' },
      certificate: { type: 'boolean' },
      waiting: { type: 'string' },
      confirmed: { type: 'boolean' },
    },
    words: 0,
    run: stopPart,
  },
];

/** Of one employer in full; of all employers a line each, at most 500. */
async function list(context: Context): Promise<Outcome> {
  const { app, values } = context;
  if (text(values, 'employer') === undefined) {
    const table = await app.call('route.table', { attention: values['attention'] === true, pageSize: 500 });
    if (!table.ok) return { result: table };
    const { t } = context;
    const services = serviceSchema.options.map((service) => t(`routes:services.${service}`));
    const headings = [t('routes:table.number'), t('routes:table.employer'), ...services];
    const lines = table.value.rows.map((row) => tableLine(context, row));
    return { result: table, lines: lines.length === 0 ? [] : [headings.join('\t'), ...lines] };
  }
  const employer = await chosenEmployer(context);
  if (!employer.ok) return { result: employer };
  const result = await app.call('route.list', { employerId: employer.value.id });
  if (!result.ok) return { result };
  const headings = ['routes:columns.service', 'routes:columns.way', 'routes:columns.account'];
  const named = [...headings, 'employer-import:fields.routeFrom'].map((key) => context.t(key)).join('\t');
  return { result, lines: [named, ...result.value.rows.flatMap((row) => serviceLines(context, row))] };
}

function tableLine({ t }: Context, row: RouteTableRow): string {
  const ways = row.routes.map(({ kind, trouble, findings }) => {
    const marked = trouble !== null || findings.length > 0 ? ' !' : '';
    return `${t(`employer.route.${kind}`)}${marked}`;
  });
  return [formatEnterpriseNumber(row.enterpriseNumber), row.name, ...ways].join('\t');
}

function serviceLines(context: Context, row: ServiceRoutes): string[] {
  const { t } = context;
  const name = t(`routes:services.${row.service}`);
  const { present, next } = row;
  const way = t(`employer.route.${present?.kind ?? 'none'}`);
  const facts = [name, way, present?.account?.name ?? '', present?.from ?? ''];
  const planned =
    next === null ? [] : [t('route.next', { day: next.from, way: t(`employer.route.${next.kind}`) })];
  const trouble = row.trouble === null ? [] : [t(`routes:trouble.${row.trouble}`)];
  const lines = [[...facts, ...planned, ...trouble].join('\t').trimEnd()];
  return [...lines, ...row.findings.map((finding) => findingLine(context, name, finding))];
}

async function set(context: Context): Promise<Outcome> {
  const { app, values, t } = context;
  const employer = await chosenEmployer(context);
  if (!employer.ok) return { result: employer };
  const service = serviceFrom(context, 'service', 'fla');
  if (!service.ok) return { result: service };
  const route = await routeFrom(context);
  if (!route.ok) return { result: route };
  const from = text(values, 'from');
  const day = from === undefined ? undefined : localDateSchema.safeParse(from);
  if (day?.success === false) return { result: fail('invalidInput', { details: { fields: '--from' } }) };
  const result = await app.call('route.set', {
    employerId: employer.value.id,
    service: service.value,
    route: route.value,
    ...(day === undefined ? {} : { from: day.data }),
  });
  const params = { name: employer.value.name, way: t(`employer.route.${route.value.kind}`) };
  return { result, lines: result.ok ? [t('route.set', params)] : [] };
}

async function routeFrom(context: Context): Promise<Result<RouteChoice>> {
  const kind = text(context.values, 'kind');
  if (kind === 'elsewhere') return ok({ kind });
  if (kind === 'own' && text(context.values, 'account') === undefined) return ok({ kind });
  if (kind !== 'own' && kind !== 'mandatary') return fail('invalidInput', { details: { fields: '--kind' } });
  const account = await chosenAccount(context);
  return account.ok ? ok({ kind, accountId: account.value.id }) : account;
}

async function stopPart(context: Context): Promise<Outcome> {
  const account = await chosenAccount(context);
  if (!account.ok) return { result: account };
  const accountId = account.value.id;
  if (context.values['certificate'] === true) return stop(context, { kind: 'certificate', accountId });
  const service = serviceFrom(context, 'right', undefined);
  return service.ok
    ? stop(context, { kind: 'right', accountId, service: service.value })
    : { result: service };
}

/** Failure invalidInput with the option's name. */
export function serviceFrom(
  { values }: Context,
  option: string,
  usual: Service | undefined,
): Result<Service> {
  const service = serviceSchema.safeParse(text(values, option) ?? usual);
  return service.success ? ok(service.data) : fail('invalidInput', { details: { fields: `--${option}` } });
}
