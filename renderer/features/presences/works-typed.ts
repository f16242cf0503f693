// What is typed about a declaration of works, what is wrong with it, and how it becomes the input of a call.
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../../preload/contract/values.ts';
import { formatWorksReference } from '../../../preload/rules/presences/works-reference.ts';
import { useAct } from '../../calls.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { type FoundRead, type Read, useReadWords } from '../works-code/code-choices.ts';
import {
  type SubcontractorTyped,
  subcontractorsInput,
  useSubcontractorProblems,
} from './subcontractors-typed.ts';

export type WorksTyped = {
  pasted: string;
  read: Read | null;
  name: string;
  street: string;
  houseNumber: string;
  postCode: string;
  municipality: string;
  startDate: string | null;
  endDate: string | null;
  contact: string;
  subcontractors: readonly SubcontractorTyped[];
};

export const emptyWorks: WorksTyped = {
  pasted: '',
  read: null,
  name: '',
  street: '',
  houseNumber: '',
  postCode: '',
  municipality: '',
  startDate: null,
  endDate: null,
  contact: '',
  subcontractors: [],
};

/** What a code, or a choice between several, puts into the form. */
export const typedFromRead = (read: FoundRead): Pick<WorksTyped, 'pasted' | 'read'> => ({
  pasted: read.url ?? formatWorksReference(read.reference),
  read,
});

/** For a call; only for a form without problems. */
export const worksInput = (typed: WorksTyped) => ({
  reference: typed.read?.kind === 'found' ? typed.read.reference : '',
  url: typed.read?.kind === 'found' ? typed.read.url : null,
  name: typed.name.trim(),
  street: typed.street.trim(),
  houseNumber: typed.houseNumber.trim(),
  postCode: typed.postCode.trim(),
  municipality: typed.municipality.trim(),
  startDate: typed.startDate as LocalDate | null,
  endDate: typed.endDate as LocalDate | null,
  contact: typed.contact.trim(),
  subcontractors: subcontractorsInput(typed.subcontractors) as never,
});

/** Reads what stands in the field of the number, so that a form can wait for it. */
export function useReadReference(): (text: string) => Promise<Read | null> {
  const read = useAct('worksDeclaration.read');
  return async (text) => {
    const result = await read.run({ text });
    return result.ok ? result.value : null;
  };
}

export function useWorksProblems(): (typed: WorksTyped, read: Read | null) => FieldProblem[] {
  const { t } = useTranslation('presences');
  const words = useReadWords();
  const ofSubcontractors = useSubcontractorProblems();
  return ({ name, startDate, endDate, subcontractors }, read) => {
    const problems: FieldProblem[] = [];
    if (read?.kind !== 'found') problems.push({ name: 'pasted', message: words(read ?? { kind: 'empty' }) });
    if (name.trim() === '') problems.push({ name: 'name', message: t('works.nameMissing') });
    if (startDate !== null && endDate !== null && endDate < startDate)
      problems.push({ name: 'endDate', message: t('works.endBefore') });
    return [...problems, ...ofSubcontractors(subcontractors)];
  };
}
