// Opens a page of the practice portal in a window of its own, where a person walks through the steps of a guide by hand.
import type { HandlerInput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Language } from '../../preload/contract/values.ts';
import type { Session } from '../platform/session.ts';

type Input = HandlerInput<'practice.openPage'>;

const paths = {
  portal: '/',
  accessManagement: '/access',
  chaman: '/chaman',
  mahis: '/mahis',
  circleOfTrust: '/circle',
  registers: '/registers',
  registerAccess: '/registers/access',
} as const satisfies Record<Input['page'], string>;

const portalQuality = {
  employerNsso: 'employer',
  socialSecretariat: 'socialSecretariat',
  serviceProvider: 'serviceProvider',
  trainingProvider: 'trainingProvider',
} as const satisfies Record<NonNullable<Input['quality']>, string>;

/**
 * The address of a page: the language of the app, and the enterprise and quality where they are named, go along.
 * `http://127.0.0.1:4711/?entry=k` with chaman → `http://127.0.0.1:4711/chaman?entry=k&lang=nl`
 */
export function practicePageUrl(portalUrl: string, input: Input, language: Language): string {
  const url = new URL(portalUrl);
  url.pathname = paths[input.page];
  url.searchParams.set('lang', language);
  if (input.enterpriseNumber !== undefined) url.searchParams.set('enterprise', input.enterpriseNumber);
  if (input.enterpriseName !== undefined) url.searchParams.set('name', input.enterpriseName);
  if (input.quality !== undefined) url.searchParams.set('quality', portalQuality[input.quality]);
  return url.href;
}

/** Failures: notSupportedHere outside practice or without a window; what the host answers when it cannot open one. */
export async function openPracticePage(
  session: Pick<Session, 'environment' | 'host'>,
  input: Input,
  language: Language,
): Promise<Result<Record<string, never>>> {
  const portalUrl = session.environment.practice?.portalUrl;
  if (portalUrl === undefined || !URL.canParse(portalUrl)) return fail('notSupportedHere');
  const opened = await session.host.openPractice(practicePageUrl(portalUrl, input, language));
  return opened.ok ? ok({}) : opened;
}
