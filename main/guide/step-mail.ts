// The ready e-mail to whoever can do a step, made of the step's own sentences in the language of who gets it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { type ReaderLanguage, stepKeys } from '../../preload/rules/guide/guide-words.ts';
import { factsOf, type StepId } from '../../preload/rules/guide/step-catalog.ts';
import type { Session } from '../platform/session.ts';
import { guideDocument } from './guide-document.ts';
import type { ShownGuide } from './show-guide.ts';

export type StepMail = HandlerOutput<'guide.mail'>;

/** Steps for which the public part of the certificate goes along. */
const withCertificate: readonly StepId[] = ['addAccount', 'addCertificate'];
export const sendsCertificate = (step: StepId): boolean => withCertificate.includes(step);
/** Steps for which the fingerprint helps to find the right certificate. */
const withFingerprint: readonly StepId[] = [...withCertificate, 'findAccount', 'removeCertificate'];

/** Failure notFound: the step is not of this guide, or nobody else can do it. */
export function stepMail(
  session: Pick<Session, 'texts' | 'resourcesDir'>,
  guide: ShownGuide,
  id: StepId,
  language: ReaderLanguage,
): Result<StepMail> {
  const step = guide.steps.find((one) => one.id === id);
  if (step === undefined || !factsOf(id).mail) return fail('notFound', { details: { field: 'step' } });
  const { words } = guideDocument(session.texts, guide, language);
  if (id === 'acceptanceRequest')
    return ok({
      to: acceptanceDesk(session.resourcesDir),
      subject: words('mail.acceptanceSubject'),
      body: words('mail.acceptanceBody'),
    });
  const keys = stepKeys(id, guide.road.rights);
  const title = words(keys.title);
  const acts = keys.acts.map((key, at) => `${at + 1}. ${words(key)}`);
  const fingerprint = guide.fingerprint ?? '';
  const paragraphs = [
    words('mail.hello'),
    [
      words('mail.ask', { step: title }),
      words('mail.asRole', { role: words(`roles.${step.who}.name`) }),
    ].join('\n'),
    [words('mail.do'), '', ...acts, ...(keys.extra === null ? [] : ['', words(keys.extra)])].join('\n'),
    words('mail.seen', { seen: words(keys.seen) }),
    ...(sendsCertificate(id) ? [words(fingerprint === '' ? 'mail.attachLater' : 'mail.attach')] : []),
    ...(withFingerprint.includes(id) && fingerprint !== ''
      ? [words('mail.fingerprint', { fingerprint })]
      : []),
    words(id === 'addAccount' ? 'mail.replyClientId' : 'mail.reply'),
    words('mail.thanks'),
  ];
  return ok({ to: null, subject: `${title} – ${guide.enterpriseName}`, body: paragraphs.join('\n\n') });
}

const contactsSchema = z.object({ contacts: z.object({ acceptance: z.object({ value: z.email() }) }) });

/** Where access to the acceptance environment is asked. Source: guide of the API channel, 6.3. */
function acceptanceDesk(resourcesDir: string): string {
  const text = readFileSync(join(resourcesDir, 'environments.json'), 'utf8');
  return contactsSchema.parse(JSON.parse(text)).contacts.acceptance.value;
}
