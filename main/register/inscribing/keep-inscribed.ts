// What an answer of the service says that it has now, kept per person and role: a line is known there while one of these holds its days.
import { addPeriod, type Period } from '../../../preload/rules/register/periods.ts';
import type { Database } from '../../platform/database.ts';
import type { SourceAnswer } from '../authentic-source.ts';
import { lookUpNumber } from '../own-records.ts';
import { listTypes, type TypeAtService } from '../type-store.ts';
import { forgetInscribed, inscribedOf, setInscribed } from './inscribed-store.ts';

type Said = Pick<SourceAnswer, 'lines'>;
type Role = Pick<TypeAtService, 'code' | 'inscriptionContext' | 'qualityCode'>;

/** A service may name both the context and its quality code: one of ours is enough. */
const linesOfRole = ({ lines }: Said, type: Role): Period[] =>
  lines
    .filter(({ inscriptionContext, qualityCode }) =>
      type.inscriptionContext === null
        ? type.qualityCode !== null && qualityCode === type.qualityCode
        : inscriptionContext === type.inscriptionContext,
    )
    .map(({ period }) => ({ begin: period.begin, end: period.end }));

/** In the open transaction, after an insert: what it answers, and the days that it took, which it need not repeat. Rule N9. */
export function keepInserted(db: Database, personId: string, type: Role, period: Period, said: Said): void {
  const key = { personId, dossierType: type.code };
  const told = linesOfRole(said, type);
  setInscribed(db, key, addPeriod(told.length > 0 ? told : inscribedOf(db, key), period).periods);
}

/** After a deletion: what it answers, and no more. */
export function keepDeleted(db: Database, personId: string, type: Role, said: Said): void {
  setInscribed(db, { personId, dossierType: type.code }, linesOfRole(said, type));
}

/** After a question about all days: of the role that was asked, or of all. */
export function keepConsulted(db: Database, personId: string, type: Role | null, said: Said): void {
  for (const one of type === null ? listTypes(db) : [type])
    setInscribed(db, { personId, dossierType: one.code }, linesOfRole(said, one));
}

/** A message that somebody wrote was taken: what it did to whom is not known here, so that the service is asked about them anew. */
export function forgetInscribedBy(db: Database, numbers: readonly string[]): void {
  const holders = numbers.flatMap((insz) => lookUpNumber(db, insz).personIds);
  for (const personId of new Set(holders)) forgetInscribed(db, personId);
}
