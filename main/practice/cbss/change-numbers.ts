// A number is replaced or cancelled: the service's own lines and what other services hold go along at once. Rules R-a, R-g, R-i.
import type { CbssPerson } from '../store/cbss-person-store.ts';
import { inszIsValid } from '../world/check-digits.ts';
import { personOf } from './directory.ts';
import { type Happened, happened, saveEverywhere } from './happen.ts';
import { numberFor } from './number-facts.ts';
import { type CbssParts, today } from './parts.ts';
import { withSpan } from './spans.ts';

/** The service's own lines go to the new number at once, one by one (R-a). */
const moveLines = (parts: CbssParts, from: string, to: string): void => {
  for (const line of parts.inscriptions.ofNumber(from)) {
    const key = { owner: line.owner, ssin: to, context: line.context };
    const { lines } = withSpan(parts.inscriptions.lines(key), { begin: line.begin, end: line.end });
    parts.inscriptions.setLines(key, lines);
    parts.inscriptions.setLines({ ...key, ssin: from }, []);
  }
};

const newNumberFor = (parts: CbssParts, { birthDate, genderCode }: CbssPerson): string | undefined =>
  numberFor(birthDate, genderCode, 'RR', (ssin) => personOf(parts, ssin) === undefined);

/** The new number may be somebody's already, who then is the same person. Failures are sentences for whoever tries it. */
export const replaceNumber = (
  parts: CbssParts,
  {
    ssin,
    newSsin,
    effectiveDate,
  }: { ssin: string; newSsin?: string | undefined; effectiveDate?: string | undefined },
): Happened<{ newSsin: string }> => {
  const person = personOf(parts, ssin);
  if (person === undefined) return { refused: 'nobody has this number' };
  if (person.state !== 'active') return { refused: 'this number is not in use' };
  const wanted = newSsin ?? newNumberFor(parts, person);
  if (wanted === undefined || wanted === ssin || !inszIsValid(wanted, today(parts)))
    return { refused: 'the new number is not valid' };
  const holder = personOf(parts, wanted);
  if (holder !== undefined && holder.state === 'replaced')
    return { refused: 'the new number was replaced itself' };
  return parts.events.together(() => {
    const present: CbssPerson = holder ?? {
      ...person,
      ssin: wanted,
      register: person.register === 'BIS' && Number(wanted.slice(2, 4)) < 20 ? 'RR' : person.register,
    };
    saveEverywhere(parts, present);
    saveEverywhere(parts, { ...person, state: 'replaced', replacedBy: wanted });
    const body = { replacedBy: wanted };
    happened(parts, { type: 'REPLACEMENT', ssin, effectiveDate, person: present, body });
    if (present.state === 'active') {
      moveLines(parts, ssin, wanted);
      parts.moves.move(ssin, wanted);
    }
    return { done: { newSsin: wanted } };
  });
};

export const cancelNumber = (
  parts: CbssParts,
  { ssin, effectiveDate }: { ssin: string; effectiveDate?: string | undefined },
): Happened<{ ssin: string }> => {
  const person = personOf(parts, ssin);
  if (person === undefined) return { refused: 'nobody has this number' };
  if (person.state !== 'active') return { refused: 'this number is not in use' };
  return parts.events.together(() => {
    saveEverywhere(parts, { ...person, state: 'cancelled', replacedBy: null });
    happened(parts, { type: 'CANCELLATION', ssin, effectiveDate, person });
    return { done: { ssin } };
  });
};
