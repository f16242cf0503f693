// The text of a message to an applicant: who asks for what, until when, and how to stop it.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { belgianDayOf } from '../../preload/rules/dates/belgian-day.ts';
import type { Session } from '../platform/session.ts';
import type { TextParams } from '../platform/texts.ts';
import { findRequest } from './request-store.ts';
import { openCards } from './sheet-cards.ts';

/** Characters of a subject that the contract lets through. */
const longestSubject = 200;

/** Failures: notFound, stateNotAllowed (not open, or without a link). */
export function messageOf(
  session: Session,
  { id, language }: HandlerInput<'applicantRequest.message'>,
): Result<HandlerOutput<'applicantRequest.message'>> {
  if (findRequest(session.db, id) === null) return fail('notFound');
  const [card] = openCards(session, { ids: [id] });
  if (card === undefined) return fail('stateNotAllowed');
  const { employerName: employer, mandatary, dataSets, url, expiresAt } = card;
  const t = (key: string, params: TextParams = {}): string =>
    session.texts.t(language, `applicant-batch.message.${key}`, params);
  const day = new Intl.DateTimeFormat(`${language}-BE`, { timeZone: 'UTC', dateStyle: 'full' });
  const until = day.format(Date.parse(`${belgianDayOf(Date.parse(expiresAt))}T12:00:00Z`));
  const paragraphs = [
    ...(session.environment.kind === 'practice' ? [t('practice')] : []),
    t('hello'),
    [t('who', { employer }), ...dataSets.map((dataSet) => t(`data.${dataSet}`))].join('\n'),
    [t('nothingMore'), ...(mandatary === null ? [] : [t('through', { mandatary, employer })])].join(' '),
    [t('how'), url].join('\n'),
    t('until', { day: until }),
    [t('nothing'), t('stop')].join(' '),
    employer,
  ];
  return ok({
    subject: t('subject', { employer }).slice(0, longestSubject),
    body: paragraphs.join('\n\n'),
  });
}
