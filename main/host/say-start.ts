// The few sentences of a start, on standard error, in the language of the system: the window is not there yet.
import { createTexts, type TextLanguage } from '../platform/texts.ts';

/** `fr_BE.UTF-8` gives `fr`; anything unknown gives Dutch. */
export function systemLanguage(env: Record<string, string | undefined> = process.env): TextLanguage {
  const locale = env['LC_ALL'] || env['LANG'] || '';
  return (['nl', 'fr', 'de', 'en'] as const).find((language) => locale.startsWith(language)) ?? 'nl';
}

export function sayStart(
  key: string,
  values: Record<string, string> = {},
  language: TextLanguage = systemLanguage(),
): void {
  process.stderr.write(`${createTexts().t(language, `host.start.${key}`, values)}\n`);
}

/** What cannot go on is told by its code: a sentence of its own where there is one. */
export function sayFailure(code: string): void {
  if (code === 'profileInUse') sayStart('profileInUse');
  else sayStart('failed', { code });
}

/** The top of a process: a bug is told by name and place, never by its message, which may quote a person's data. */
export function endOnBug(): void {
  const end = (error: unknown): void => {
    const known = error instanceof Error;
    const frames = known
      ? (error.stack ?? '')
          .split('\n')
          .filter((line) => /^\s+at /.test(line))
          .slice(0, 8)
      : [];
    process.stderr.write(`${[known ? error.name : typeof error, ...frames].join('\n')}\n`);
    process.exit(1);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}
