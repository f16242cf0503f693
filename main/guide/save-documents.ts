// Saves the e-mail of a step and the checklist of a guide where the person chooses.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import type { StepId } from '../../preload/rules/guide/step-catalog.ts';
import { cerFileName } from '../certificates/export-cer.ts';
import { maskText } from '../platform/log-mask.ts';
import type { Session } from '../platform/session.ts';
import { checklistLines } from './checklist.ts';
import { checklistHtml } from './checklist-html.ts';
import { certificateByFingerprint } from './known-facts-store.ts';
import { type Attachment, asEml, asText } from './mail-file.ts';
import type { ShownGuide } from './show-guide.ts';
import { sendsCertificate, stepMail } from './step-mail.ts';

type Saved = Result<HandlerOutput<'guide.print'>>;

/** Failures: notFound, those of saving. Closing the window without a choice saves nothing and is no failure. */
export async function saveMail(
  session: Session,
  windowId: string,
  guide: ShownGuide,
  { step, language, form }: HandlerInput<'guide.saveMail'>,
): Promise<Saved> {
  const mail = stepMail(session, guide, step, language);
  if (!mail.ok) return mail;
  const text = form === 'eml' ? asEml(mail.value, attachmentOf(session, guide, step)) : asText(mail.value);
  return save(session, windowId, `${plainName(mail.value.subject)}.${form}`, Buffer.from(text, 'utf8'));
}

/** What goes along with the e-mail of a step: the public part of the certificate, where the e-mail speaks of it. */
function attachmentOf(session: Session, guide: ShownGuide, step: StepId): Attachment | null {
  if (guide.fingerprint === null || !sendsCertificate(step)) return null;
  const found = certificateByFingerprint(session.db, guide.fingerprint);
  return found === null
    ? null
    : { name: cerFileName(found.name), type: 'application/pkix-cert', bytes: found.der };
}

/** Failures: notSupportedHere where nothing can print (the command line), those of saving. */
export async function printGuide(
  session: Session,
  windowId: string,
  guide: ShownGuide,
  { language, form }: HandlerInput<'guide.print'>,
): Promise<Saved> {
  const madeOn = session.businessDate();
  const file = session.texts.t(language, 'guide.print.file');
  const name = `${file}-${plainName(guide.enterpriseName)}.${form}`;
  if (form === 'txt') {
    const lines = checklistLines(session.texts, guide, language, madeOn);
    return save(session, windowId, name, Buffer.from(`${lines.join('\n')}\n`, 'utf8'));
  }
  const pdf = await session.host.makePdf(checklistHtml(session.texts, guide, language, madeOn));
  return pdf.ok ? save(session, windowId, name, pdf.value) : pdf;
}

async function save(session: Session, windowId: string, name: string, bytes: Uint8Array): Promise<Saved> {
  const saved = await session.host.saveFile(windowId, name, bytes);
  if (!saved.ok) return saved;
  return ok({ saved: saved.value !== null, name: saved.value?.name ?? '' });
}

/** `Schoonmaak “De Berk” – NV` gives `schoonmaak-de-berk-nv`; what looks like a social-security number is masked. */
const plainName = (text: string): string =>
  maskText(
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/[^A-Za-z0-9]+/g, '-'),
  )
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
    .slice(0, 80);
