// What can be taken from the codes that main found: a site with its address, or a sentence why not.
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { formatWorksReference } from '../../../preload/rules/presences/works-reference.ts';

export type Read = CallOutput<'worksDeclaration.read'>;
export type FoundRead = Extract<Read, { kind: 'found' }>;

/** Every site that is named, once: an address with two numbers is two choices. */
export function choicesOf(reads: readonly Read[]): FoundRead[] {
  const all = reads.flatMap((read): FoundRead[] => {
    if (read.kind === 'found') return [read];
    if (read.kind !== 'several') return [];
    return read.references.map((reference) => ({ kind: 'found', reference, url: read.url }));
  });
  const kept = new Map(all.map((choice) => [`${choice.reference} ${choice.url}`, choice]));
  return [...kept.values()];
}

/** The sentence for what was read. */
export function useReadWords(): (read: Read) => string {
  const { t } = useTranslation('presences');
  return (read) => {
    if (read.kind === 'foreign') return t(`read.foreign.${read.why}`, { host: read.host });
    if (read.kind === 'otherCode') return t(`read.otherCode.${read.what}`);
    return t(`read.${read.kind}`, {
      reference: 'reference' in read ? formatWorksReference(read.reference) : '',
      references: 'references' in read ? read.references.map(formatWorksReference).join(', ') : '',
      letters: read.kind === 'wrongLetters' ? read.letters.join(', ') : '',
      suggestion: read.kind === 'wrongLetters' ? formatWorksReference(read.suggestion) : '',
      length: read.kind === 'wrongLength' ? read.length : 0,
    });
  };
}
