// The admission to CBSSInscription: its steps with where each is asked, and a ready e-mail for those that somebody else does.
// Source: seed 004 (C6–C10 of the contract, section 1.1).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type AdmissionStep, admissionSteps } from '../../../preload/contract/cbss-workbench.ts';
import type { HandlerOutput } from '../../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { HandlersOf } from '../../platform/handler.ts';
import type { Session } from '../../platform/session.ts';
import type { TextLanguage } from '../../platform/texts.ts';
import { readDoneSteps, removeDoneStep, saveDoneStep } from './admission-store.ts';

const address = z.object({ value: z.email() });
const contactsSchema = z.object({
  contacts: z.object({ cbssCertificates: address, cbssSupport: address }),
});

/** Steps that begin with an e-mail. To whom the others go is the organisation's own: its security adviser, its access manager. */
const written: readonly AdmissionStep[] = ['certificate', 'urn', 'permission', 'support'];

function addressOf(step: AdmissionStep, folder: string): string | null {
  if (step !== 'certificate' && step !== 'support') return null;
  const { contacts } = contactsSchema.parse(
    JSON.parse(readFileSync(join(folder, 'environments.json'), 'utf8')),
  );
  return step === 'certificate' ? contacts.cbssCertificates.value : contacts.cbssSupport.value;
}

/** Failure notFound: no e-mail belongs to this step. */
export function admissionMail(
  { texts, resourcesDir }: Pick<Session, 'texts' | 'resourcesDir'>,
  step: AdmissionStep,
  language: TextLanguage,
): Result<HandlerOutput<'cbssAdmission.mail'>> {
  if (!written.includes(step)) return fail('notFound', { details: { field: 'step' } });
  const words = (key: string): string => texts.t(language, `cbss:mail.${key}`);
  const body = [words('hello'), words(`${step}.body`), words('fill'), words('thanks')].join('\n\n');
  return ok({ to: addressOf(step, resourcesDir), subject: words(`${step}.subject`), body });
}

export function admissionHandlers(session: Session): HandlersOf<'cbssAdmission'> {
  return {
    'cbssAdmission.show': () => {
      const known = readDoneSteps(session.db);
      return ok({
        steps: admissionSteps.map((step) => {
          const done = known.find((one) => one.step === step);
          return {
            step,
            address: addressOf(step, session.resourcesDir),
            done: done === undefined ? null : { on: done.on, reference: done.reference },
          };
        }),
      });
    },
    'cbssAdmission.mark': ({ step, done }) => {
      if (done === null) removeDoneStep(session.db, step);
      else saveDoneStep(session.db, { step, ...done });
      session.changed('cbssAdmission.changed');
      return ok({});
    },
    'cbssAdmission.mail': ({ step, language }) => admissionMail(session, step, language),
  };
}
