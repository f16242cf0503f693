// Imports or generates a certificate: keychain first, then the public part in the database with its history event.
import { X509Certificate } from 'node:crypto';
import type { HandlerInput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { isKept, saveCertificate } from './certificate-store.ts';
import { certificateEntry } from './certificate-vault.ts';
import { finishRemoval, keptInDatabase, notingVault } from './finish-removals.ts';
import { generateCertificate } from './generate-certificate.ts';
import { importCertificate, type KeptCertificate } from './import-certificate.ts';
import { maxContainerBytes } from './read-file.ts';
import { judgementContext } from './show-certificates.ts';

type Kept = Promise<Result<{ id: string }>>;
type Enterprise = { name: string; enterpriseName: string | null; enterpriseNumber: string | null };

/** Failures: selectionExpired, fileTooLarge, those of opening and of the keychain, certificateNotUsable, alreadyExists. */
export async function importPicked(
  session: Session,
  windowId: string,
  input: HandlerInput<'certificate.import'>,
): Kept {
  const files = await readPicked(session, windowId, input);
  if (!files.ok) return files;
  const enterprise = {
    name: input.name,
    enterpriseName: input.enterpriseName || null,
    enterpriseNumber: input.enterpriseNumber ?? null,
  };
  const kept = await importCertificate(
    {
      id: session.ids.newId(),
      ...files.value,
      password: input.password,
      context: judgementContext(session, enterprise),
      ...(input.entry === undefined ? {} : { entry: input.entry }),
    },
    notingVault(session),
  );
  return kept.ok ? writeKept(session, kept.value, enterprise) : kept;
}

export async function generateKept(session: Session, input: HandlerInput<'certificate.generate'>): Kept {
  const kept = await generateCertificate(
    {
      id: session.ids.newId(),
      enterpriseName: input.enterpriseName,
      enterpriseNumber: input.enterpriseNumber,
      keyKind: input.keyKind,
      validityMonths: input.validityMonths,
      now: session.clock.now(),
      issuers: judgementContext(session, {}).issuers,
    },
    notingVault(session),
  );
  return kept.ok ? writeKept(session, kept.value, input) : kept;
}

/** The chosen file, and the one with its key where that was chosen too. */
export async function readPicked(
  session: Session,
  windowId: string,
  input: { selectionId: string; keySelectionId?: string | undefined },
): Promise<Result<{ bytes: Uint8Array; name: string; keyFile?: Uint8Array }>> {
  const file = await session.host.readSelection(windowId, input.selectionId, maxContainerBytes);
  if (!file.ok || input.keySelectionId === undefined) {
    return file;
  }
  const key = await session.host.readSelection(windowId, input.keySelectionId, maxContainerBytes);
  return key.ok ? ok({ ...file.value, keyFile: key.value.bytes }) : key;
}

/**
 * Keeps the public part of a certificate whose key is in the keychain already, and takes it out there again when the
 * database refuses. `also` writes what belongs to it, in the same transaction; false stands for `notFound`.
 */
export async function writeKept(
  session: Session,
  kept: KeptCertificate,
  enterprise: Enterprise,
  also: () => boolean = () => true,
): Kept {
  const certificate = new X509Certificate(kept.certificateDer);
  const written = isKept(session.db, certificate.fingerprint256)
    ? fail('alreadyExists', { details: { field: 'fingerprint' } })
    : attempt(session.db, () => {
        keptInDatabase(session, kept.id);
        const saved = save(session, kept, certificate, enterprise);
        return saved.ok && !also() ? fail('notFound') : saved;
      });
  // Whatever the database did not take must not stay in the keychain under an id that nobody knows.
  if (!written.ok) await finishRemoval(session, certificateEntry(kept.id));
  else session.changed('certificate.changed', [kept.id]);
  return written;
}

const kinds = {
  imported: 'certificate.imported',
  generated: 'certificate.generated',
  issued: 'certificate.issued',
} as const;

function save(
  session: Session,
  kept: KeptCertificate,
  certificate: X509Certificate,
  enterprise: Enterprise,
): Result<{ id: string }> {
  const { facts, verdict } = kept.verdict;
  saveCertificate(session.db, {
    id: kept.id,
    name: enterprise.name,
    enterpriseNumber: enterprise.enterpriseNumber,
    enterpriseName: enterprise.enterpriseName,
    // The key was made here, as for a self-signed one; the request it answers tells the two apart.
    origin: kept.origin === 'issued' ? 'generated' : kept.origin,
    certificateDer: kept.certificateDer,
    fingerprint: certificate.fingerprint256,
    notBefore: facts.notBefore,
    notAfter: facts.notAfter,
    addedAt: session.clock.now().toISOString(),
    verdict,
  });
  recordAct(session, {
    employerId: null,
    kind: kinds[kept.origin],
    subject: { kind: 'certificate', id: kept.id },
    summary: enterprise.name,
    payload: {
      name: enterprise.name,
      enterpriseName: enterprise.enterpriseName,
      enterpriseNumber: enterprise.enterpriseNumber,
      fingerprint: facts.fingerprintSha256,
      notAfter: facts.notAfter,
      verdict,
    },
  });
  return ok({ id: kept.id });
}
