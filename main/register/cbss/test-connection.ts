// The way to the service, link by link: a secure connection, the platform behind it, access with the certificate, the service itself.

import type { CbssAnswer, TransportReason } from '../../../preload/contract/cbss-answer.ts';
import type { HandlerOutput } from '../../../preload/contract/index.ts';
import { ok, type Result } from '../../../preload/contract/result.ts';
import type { Session } from '../../platform/session.ts';
import { askService } from './ask-service.ts';

type Link = HandlerOutput<'cbss.test'>['links'][number];

/** Nothing came through: the fault is on the way and not in the platform. */
const onTheWay: readonly TransportReason[] = [
  'offline',
  'nameNotResolved',
  'connectionRefused',
  'tlsNotTrusted',
  'proxyRefused',
  'connectionLost',
  'timeout',
  'cancelled',
];

/** The platform's two tests, and a consultation where a number is given. What is behind a broken link is not asked. Failures: those of `askService`. */
export async function testConnection(
  session: Session,
  insz: string | null,
): Promise<Result<{ links: Link[] }>> {
  const asked = await askService(session, { operation: 'checkConnection', evenOff: true });
  if (!asked.ok) return asked;
  const { outcome } = asked.value;
  const lost = outcome.layer === 'transport' && onTheWay.includes(outcome.reason);
  const links: Link[] = [
    { link: 'connection', state: lost ? 'failed' : 'ok', answer: lost ? asked.value : null },
    lost ? notReached('platform') : linkOf('platform', asked.value),
  ];
  const access = await next(links, 'access', () =>
    askService(session, { operation: 'checkAccessControl', evenOff: true }),
  );
  if (!access.ok) return access;
  if (insz === null) return ok({ links });
  const service = await next(links, 'service', () =>
    askService(session, {
      operation: 'consultInscriptions',
      fields: { 'criteria.ssin': insz },
      evenOff: true,
    }),
  );
  return service.ok ? ok({ links }) : service;
}

async function next(
  links: Link[],
  link: Link['link'],
  ask: () => Promise<Result<CbssAnswer>>,
): Promise<Result<unknown>> {
  if (links.some(({ state }) => state !== 'ok')) {
    links.push(notReached(link));
    return ok({});
  }
  const answer = await ask();
  if (answer.ok) links.push(linkOf(link, answer.value));
  return answer;
}

const notReached = (link: Link['link']): Link => ({ link, state: 'notReached', answer: null });

/** A number that nobody has is an answer too; what is not allowed is none. */
const linkOf = (link: Link['link'], answer: CbssAnswer): Link => {
  const { outcome } = answer;
  const good = outcome.layer === 'business' && outcome.code !== 'MSG00013';
  return { link, state: good ? 'ok' : 'failed', answer };
};
