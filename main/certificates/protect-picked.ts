// Saves a chosen file again under a new password, where the person wants it: the old file is left as it is.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import { redactText } from '../platform/redact.ts';
import type { Session } from '../platform/session.ts';
import { plainFileName } from './export-cer.ts';
import { readPicked } from './keep-certificate.ts';
import { protectCipher, protectContainer, protectIterations, protectMac } from './protect-container.ts';

/** Failures: selectionExpired, those of opening, those of saving. */
export async function protectPicked(
  session: Session,
  windowId: string,
  input: HandlerInput<'certificate.protect'>,
): Promise<Result<HandlerOutput<'certificate.protect'>>> {
  const files = await readPicked(session, windowId, input);
  if (!files.ok) return files;
  const { bytes, keyFile, name } = files.value;
  const made = await protectContainer(bytes, input.password, input.newPassword, {
    ...(keyFile ? { keyFile } : {}),
    ...(input.entry === undefined ? {} : { entry: input.entry }),
  });
  if (!made.ok) return made;
  // Named after the file it came from, and after what is new: never the name of that file itself.
  const base = name.replace(/\.[a-z0-9]{1,6}$/i, '');
  const proposed = plainFileName(`${base} ${protectCipher.slice(0, 7)}`, 'certificate', 'p12');
  const saved = await session.host.saveFile(windowId, proposed, made.value.container);
  if (!saved.ok) return saved;
  const seals = { iterations: protectIterations, cipher: protectCipher, mac: protectMac };
  if (saved.value === null) return ok({ saved: false, name: '', ...seals });
  const recorded = attempt(session.db, () => {
    // The name stands in the file, which may come from anywhere.
    const summary = redactText(made.value.name) || proposed;
    recordAct(session, { employerId: null, kind: 'certificate.protected', summary, payload: seals });
    return ok({});
  });
  return recorded.ok ? ok({ saved: true, name: saved.value.name, ...seals }) : recorded;
}
