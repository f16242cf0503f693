// `doctor`, its older name `account test`, `token get`, and the exchanges of the app that runs
import type { Examination, Link } from '../../preload/contract/doctor.ts';
import type { CallOutput } from '../../preload/contract/index.ts';
import { type FailureCode, fail, ok, type Result } from '../../preload/contract/result.ts';
import { serviceSchema } from '../../preload/contract/services.ts';
import { linkParams, needingLink } from '../../preload/rules/doctor/link-words.ts';
import { chosenAccount, chosenEmployer } from './choose.ts';
import { type Command, type Context, type Outcome, text } from './command.ts';

const whom = {
  account: { type: 'string' },
  employer: { type: 'string' },
  service: { type: 'string' },
} as const;
const account = { account: { type: 'string' } } as const;
const whomUsage = '[--account NAME] [--employer NUMBER] [--service SERVICE]';

export const doctorCommands: readonly Command[] = [
  { noun: 'doctor', verb: '', usage: whomUsage, options: whom, words: 0, run: doctor },
  { noun: 'account', verb: 'test', usage: '[--account NAME]', options: account, words: 0, run: testAccount },
  { noun: 'token', verb: 'get', usage: '[--account NAME]', options: account, words: 0, run: getToken },
  {
    noun: 'exchange',
    verb: 'list',
    usage: '[--text TEXT] [--problems]',
    options: { text: { type: 'string' }, problems: { type: 'boolean' } },
    words: 0,
    run: listExchanges,
  },
  {
    noun: 'exchange',
    verb: 'show',
    usage: 'NUMBER [--as curl|http]',
    options: { as: { type: 'string' } },
    words: 1,
    run: showExchange,
  },
];

type Report = CallOutput<'doctor.run'>;

async function doctor(context: Context): Promise<Outcome> {
  const service = serviceSchema.nullable().safeParse(text(context.values, 'service') ?? null);
  if (!service.success) return { result: fail('invalidInput', { details: { fields: '--service' } }) };
  const named = { accountId: null as string | null, employerId: null as string | null };
  if (text(context.values, 'account') !== undefined) {
    const chosen = await chosenAccount(context);
    if (!chosen.ok) return { result: chosen };
    named.accountId = chosen.value.id;
  }
  if (text(context.values, 'employer') !== undefined) {
    const chosen = await chosenEmployer(context);
    if (!chosen.ok) return { result: chosen };
    named.employerId = chosen.value.id;
  }
  return told(context, await context.app.call('doctor.run', { ...named, service: service.data }));
}

async function testAccount(context: Context): Promise<Outcome> {
  return told(context, await examined(context));
}

async function examined(context: Context): Promise<Result<Report>> {
  const chosen = await chosenAccount(context);
  return chosen.ok ? context.app.call('doctor.run', { accountId: chosen.value.id }) : chosen;
}

/** Exit 0 when every link holds or only asks for attention, 1 when one is broken. */
function told(context: Context, report: Result<Report>): Outcome {
  if (!report.ok) return { result: report };
  const lines = report.value.examinations.flatMap((one) => examinationLines(context, one));
  return { result: report, lines, exit: report.value.outcome === 'failed' ? 1 : 0 };
}

function examinationLines(
  context: Context,
  { account: one, employer, outcome, links }: Examination,
): string[] {
  const needing = needingLink(links);
  const whose = [one?.name, employer?.name].filter(Boolean).join(' – ');
  return [
    `${whose}: ${context.t(`doctor:verdict.${needing?.key === 'routeElsewhere' ? 'elsewhere' : outcome}`)}`.replace(
      /^: /,
      '',
    ),
    ...(needing === null ? [] : remedyLines(context, needing)),
    ...links.map((link) => {
      const service = link.service === null ? '' : ` ${context.t(`doctor:services.${link.service}`)}`;
      const state = context.t(`doctor:outcomes.${link.outcome}`);
      return `${state}\t${context.t(`doctor:ids.${link.id}`)}${service}\t${words(context, link, 'found')}`;
    }),
  ];
}

const remedyLines = (context: Context, link: Link): string[] =>
  [
    words(context, link, 'found'),
    words(context, link, 'do'),
    link.who === null ? '' : `${context.t('doctor:who.label')}: ${context.t(`doctor:who.${link.who}`)}`,
    link.where === null || link.where === 'none'
      ? ''
      : `${context.t('doctor:where.label')}: ${context.t(`doctor:where.${link.where}`)}`,
  ].filter((line) => line !== '');

function words({ t, language }: Context, link: Link, part: 'found' | 'do'): string {
  const key = `doctor:links.${link.key}.${part}`;
  const found = t(
    key,
    linkParams(link, (one) => t(one), `${language}-BE`),
  );
  return found === key ? '' : found;
}

/** Validity and scope; the token itself never leaves the app. */
async function getToken(context: Context): Promise<Outcome> {
  const report = await examined(context);
  if (!report.ok) return { result: report };
  const [one] = report.value.examinations;
  const { token = null, links = [] } = one ?? {};
  const broken = links.find((link) => link.outcome === 'failed');
  if (token === null || broken?.id === 'right') {
    const code = failureOf[broken?.key ?? ''] ?? 'unexpectedAnswer';
    return { result: fail(code, { retry: 'safe', details: { step: broken?.id ?? '' } }) };
  }
  const params = { seconds: token.expiresInSeconds, scope: token.scope };
  return { result: ok(token), lines: [context.t('account.token', params)] };
}

const failureOf: Record<string, FailureCode> = {
  networkOffline: 'offline',
  networkRefused: 'connectionRefused',
  networkTimeout: 'timeout',
  networkLost: 'offline',
  proxyUnreachable: 'proxyRefused',
  proxyPassword: 'proxyRefused',
  proxyRefuses: 'proxyRefused',
  dnsUnknown: 'nameNotResolved',
  dnsSilent: 'nameNotResolved',
  tlsUnknown: 'tlsNotTrusted',
  tlsOtherName: 'tlsNotTrusted',
  tlsEnded: 'tlsNotTrusted',
  tlsNotYet: 'tlsNotTrusted',
  tlsBroken: 'tlsNotTrusted',
  certificateMissing: 'entryMissing',
  certificateEnded: 'certificateNotUsable',
  certificateNotYet: 'certificateNotUsable',
  certificateNotUsable: 'certificateNotUsable',
  keychainMissing: 'keychainMissing',
  keychainLocked: 'keychainLocked',
  keychainDenied: 'keychainDenied',
  keyGone: 'entryMissing',
  keyDamaged: 'entryDamaged',
  keyOther: 'keyDoesNotMatch',
  clientIdInvalid: 'clientIdInvalid',
  clientIdLegacy: 'clientIdInvalid',
  wrongCertificate: 'clientRefused',
  clientIdOfOther: 'clientRefused',
  wrongClientId: 'clientRefused',
  wrongAudience: 'clientRefused',
  certificateNotRegistered: 'clientRefused',
  pairUnknown: 'clientRefused',
  accountOff: 'permissionMissing',
  rightMissing: 'scopeRefused',
  rightCitizen: 'scopeRefused',
  wrongQuality: 'scopeRefused',
  tokenClock: 'clockSkew',
  tokenDown: 'serviceUnavailable',
  tokenTooMany: 'tooManyRequests',
};

async function listExchanges({ app, values }: Context): Promise<Outcome> {
  const found = { text: text(values, 'text') ?? '', problemsOnly: values['problems'] === true };
  const result = await app.call('exchange.list', found);
  if (!result.ok) return { result };
  const lines = result.value.rows.map(
    (row) =>
      `${row.number}\t${row.at}\t${row.method}\t${row.status ?? row.ended}\t${row.milliseconds} ms\t${row.url}`,
  );
  return { result, lines };
}

async function showExchange({ app, values, words: [number] }: Context): Promise<Outcome> {
  const form = text(values, 'as') ?? 'http';
  if (form !== 'curl' && form !== 'http')
    return { result: fail('invalidInput', { details: { fields: '--as' } }) };
  if (!/^[1-9]\d{0,8}$/.test(number ?? ''))
    return { result: fail('invalidInput', { details: { fields: 'NUMBER' } }) };
  const result = await app.call('exchange.copy', { number: Number(number), form });
  return { result, lines: result.ok ? [result.value.text] : [] };
}
