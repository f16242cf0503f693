// A report of the doctor to paste into an e-mail: in the person's language or as JSON, without secrets or numbers of
// persons. Names of accounts and employers and client ids stand in it, because without them nobody can help.
import type { DoctorReport, Link } from '../../preload/contract/doctor.ts';
import { writtenDate } from '../../preload/rules/dates/written-date.ts';
import { linkParams, needingLink } from '../../preload/rules/doctor/link-words.ts';
import { maskText } from '../platform/log-mask.ts';
import type { TextLanguage, Texts } from '../platform/texts.ts';

export function reportAsText(
  report: DoctorReport,
  texts: Texts,
  language: TextLanguage,
  version: string,
): string {
  const t = (key: string, params = {}): string => texts.t(language, `doctor:${key}`, params);
  const locale = `${language}-BE`;
  const words = (link: Link, part: 'found' | 'do'): string => {
    const key = `doctor:links.${link.key}.${part}`;
    const found = texts.t(
      language,
      key,
      linkParams(link, (one) => texts.t(language, one), locale),
    );
    return found === key ? '' : found;
  };
  const moment = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Brussels',
  });
  const lines = [
    `${t('report.title')} – ${writtenDate(moment, new Date(report.at))}`,
    t('report.where', {
      environment: texts.t(language, `shell:environments.${report.environment}`),
      version,
    }),
  ];
  for (const one of report.examinations) {
    const needing = needingLink(one.links);
    const whose = [one.account?.name, one.employer?.name].filter(Boolean).join(' – ');
    lines.push('', `${whose || t('report.nobody')}: ${t(`verdict.${one.outcome}`)}`);
    if (needing !== null) lines.push(...remedy(needing));
    lines.push('');
    for (const link of one.links) {
      const service = link.service === null ? '' : ` (${t(`services.${link.service}`)})`;
      lines.push(
        `[${t(`outcomes.${link.outcome}`)}] ${t(`ids.${link.id}`)}${service}: ${words(link, 'found')}`,
      );
    }
    if (one.token !== null) {
      const { expiresInSeconds, scope } = one.token;
      lines.push(t('token', { minutes: Math.floor(expiresInSeconds / 60), scope: scope || '-' }));
    }
  }
  return maskText(`${lines.join('\n')}\n`);

  function remedy(link: Link): string[] {
    const place = link.where === null ? '' : t(`where.${link.where}`);
    return [
      words(link, 'do'),
      link.who === null ? '' : `${t('who.label')}: ${t(`who.${link.who}`)}`,
      place === '' ? '' : `${t('where.label')}: ${place}`,
    ].filter((line) => line !== '');
  }
}

export const reportAsJson = (report: DoctorReport): string =>
  maskText(`${JSON.stringify(report, null, 2)}\n`);
