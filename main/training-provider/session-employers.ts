// For which employers a session counts, as far as it can be known here: as typed, else by the register.
import type { Participant } from '../../preload/contract/training-provider.ts';
import { parseEnterpriseNumber } from '../../preload/rules/identifiers/enterprise-number.ts';
import { parseInsz } from '../../preload/rules/identifiers/insz.ts';
import type { Session } from '../platform/session.ts';
import { employersOfWorkers } from './sending-store.ts';

/** Enterprise numbers, each once. */
export function employersOf(session: Session, people: readonly Participant[]): string[] {
  const typed = people.flatMap(({ employerNumber }) => parseEnterpriseNumber(employerNumber) ?? []);
  const unnamed = people
    .filter(({ employerNumber }) => parseEnterpriseNumber(employerNumber) === null)
    .flatMap(({ insz }) => parseInsz(insz) ?? []);
  return [...new Set<string>([...typed, ...employersOfWorkers(session.db, unnamed)])].toSorted();
}
