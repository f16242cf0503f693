// The calls `certificate.*` over the engine, the keychain and the person's choice of files.
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { attempt } from '../platform/database.ts';
import type { HandlersOf } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';
import {
  findCertificate,
  markRemoved,
  renameCertificate,
  unmarkRemoved,
  usersOf,
} from './certificate-store.ts';
import { certificateEntry } from './certificate-vault.ts';
import { cerFileName, exportCer } from './export-cer.ts';
import { noteCertificateRemoved } from './finish-removals.ts';
import { certificateKeyPrint } from './generate-request.ts';
import { inspectCertificate } from './inspect-certificate.ts';
import { generateKept, importPicked, readPicked } from './keep-certificate.ts';
import { forgetRemoval, noteRemoval } from './keychain-removal-store.ts';
import { namedEnterprise } from './named-enterprise.ts';
import { noteAct } from './note-act.ts';
import { protectPicked } from './protect-picked.ts';
import {
  listRequests,
  makeRequest,
  noteOrdered,
  removeRequest,
  saveRequestFile,
} from './request-certificate.ts';
import { findRequestOfKey } from './request-store.ts';
import { sessionVault } from './session-vault.ts';
import { judged, judgementContext, listCertificates } from './show-certificates.ts';
import { judgeAnswer, takeAnswer } from './take-answer.ts';

export function certificateHandlers(session: Session): HandlersOf<'certificate'> {
  const { db } = session;
  return {
    'certificate.list': () => listCertificates(session),
    'certificate.inspect': async (input, { windowId }) => {
      const files = await readPicked(session, windowId, input);
      if (!files.ok) return files;
      const inspected = await inspectCertificate({
        ...files.value,
        password: input.password,
        context: judgementContext(session, input),
        ...(input.entry === undefined ? {} : { entry: input.entry }),
      });
      if (!inspected.ok) return inspected;
      if (inspected.value.kind === 'chooseEntry')
        return ok({ kind: 'chooseEntry', entries: inspected.value.entries });
      const { verdict, opened, certificate } = inspected.value;
      const print = opened === null ? certificateKeyPrint(certificate) : null;
      const request = print === null ? null : findRequestOfKey(db, print);
      return ok({
        kind: 'verdict',
        verdict,
        chain: opened?.chain.length ?? 0,
        complete: opened !== null,
        enterprise: namedEnterprise(certificate),
        answers: request === null ? null : { id: request.id, name: request.name },
      });
    },
    'certificate.protect': (input, { windowId }) => protectPicked(session, windowId, input),
    'certificate.request': (input) => makeRequest(session, input),
    'certificate.requests': () => listRequests(session),
    'certificate.saveRequest': ({ id }, { windowId }) => saveRequestFile(session, windowId, id),
    'certificate.noteOrder': ({ id, ordered }) => noteOrdered(session, id, ordered),
    'certificate.inspectAnswer': async ({ selectionId }, { windowId }) => {
      const judged = await judgeAnswer(session, windowId, selectionId);
      if (!judged.ok) return judged;
      const { request, verdict, chain } = judged.value;
      return ok({ requestId: request.id, name: request.name, verdict, chain: chain.length });
    },
    'certificate.answer': ({ selectionId }, { windowId }) => takeAnswer(session, windowId, selectionId),
    'certificate.removeRequest': ({ id }) => removeRequest(session, id),
    'certificate.import': (input, { windowId }) => importPicked(session, windowId, input),
    'certificate.generate': (input) => generateKept(session, input),
    'certificate.show': async ({ id }) => {
      const row = findCertificate(db, id);
      return row ? ok(await judged(session, row)) : fail('notFound');
    },
    'certificate.exportCer': async ({ id, form }, { windowId }) => {
      const row = findCertificate(db, id);
      if (row === null) return fail('notFound');
      const bytes = exportCer(row.certificateDer, form);
      const saved = await session.host.saveFile(windowId, cerFileName(row.name), bytes);
      if (!saved.ok) return saved;
      if (saved.value === null) return ok({ saved: false, name: '' });
      const recorded = attempt(db, () => {
        noteAct(session, 'certificate.exported', id, row.name, { form });
        return ok({});
      });
      return recorded.ok ? ok({ saved: true, name: saved.value.name }) : recorded;
    },
    'certificate.rename': ({ id, name }) => {
      const renamed = attempt<Record<string, never>>(db, () => {
        if (!renameCertificate(db, id, name)) return fail('notFound');
        noteAct(session, 'certificate.renamed', id, name, { name });
        return ok({});
      });
      if (renamed.ok) session.changed('certificate.changed', [id]);
      return renamed;
    },
    'certificate.remove': ({ id }) => removeCertificate(session, id),
  };
}

/**
 * Failure stateNotAllowed while an account signs with it or keeps it beside the one in use (`details.usedBy`: their names).
 * Marked first: what waits for the keychain meanwhile can no longer be put in use. Kept again where the keychain refuses;
 * `finishRemovals` goes on where a kill comes between the two.
 */
async function removeCertificate(session: Session, id: string): Promise<Result<Record<string, never>>> {
  const { db } = session;
  const row = findCertificate(db, id);
  if (row === null) return fail('notFound');
  const marked = attempt<Record<string, never>>(db, () => {
    const users = usersOf(db, id);
    if (users.length === 0) {
      const at = session.clock.now().toISOString();
      markRemoved(db, id, at);
      noteRemoval(db, certificateEntry(id), at);
      return ok({});
    }
    const names = users.map(({ name }) => name).join(', ');
    return fail('stateNotAllowed', { details: { accounts: users.length, usedBy: names.slice(0, 300) } });
  });
  if (!marked.ok) return marked;
  const removed = await sessionVault(session).remove(id);
  const done = attempt<Record<string, never>>(db, () => {
    forgetRemoval(db, certificateEntry(id));
    if (removed.ok) noteCertificateRemoved(session, row);
    else unmarkRemoved(db, id, row.fingerprint);
    return ok({});
  });
  session.changed('certificate.changed', [id]);
  return removed.ok ? done : removed;
}
