// Lays inscriptions for whoever works for an organisation or for a client that gave it a mandate, so that a day's file has somebody to
// tell about before anything was sent; and lists what an organisation has inscribed, by name.

import { mandateIsActive } from '../fla/subject.ts';
import type { Inscription } from '../store/cbss-inscription-store.ts';
import type { MandateStore } from '../store/mandate-store.ts';
import { personOf } from './directory.ts';
import type { CbssParts } from './parts.ts';
import { withSpan } from './spans.ts';

const MOST = 500;

/** Its own workers, and those of the enterprises for which it is mandatary today. Returns how many lines there are of them. */
export const inscribeWorkers = (
  parts: CbssParts & { readonly mandates: MandateStore },
  owner: string,
): number => {
  const day = parts.clock.businessDate();
  const clients = parts.mandates
    .involving(owner)
    .filter((mandate) => mandate.mandatary === owner && mandateIsActive(mandate, day))
    .map(({ mandator }) => mandator);
  let count = 0;
  for (const employer of new Set([owner, ...clients]))
    for (const worker of parts.world.employees(employer, 0, MOST)) {
      if (worker.state !== 'active') continue;
      const key = { owner, ssin: worker.insz, context: 'EMPLOYEE' };
      const span = { begin: worker.startDate, end: worker.endDate };
      parts.inscriptions.setLines(key, withSpan(parts.inscriptions.lines(key), span).lines);
      count += 1;
    }
  return count;
};

export const linesOfEverybody = (
  parts: CbssParts,
  owner: string,
): (Inscription & { readonly name: string })[] =>
  parts.inscriptions
    .ofOwner(owner)
    .slice(0, MOST)
    .map((line) => {
      const person = personOf(parts, line.ssin);
      return {
        ...line,
        name: person === undefined ? '' : `${person.lastName} ${person.givenNames[0] ?? ''}`.trim(),
      };
    })
    .sort((one, other) => one.name.localeCompare(other.name, 'nl-BE'));
