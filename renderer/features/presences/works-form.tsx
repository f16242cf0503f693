// The fields of a declaration of works. Number or address go into one field: what is pasted is read by main.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import type { LocalDate } from '../../../preload/contract/values.ts';
import { formatWorksReference } from '../../../preload/rules/presences/works-reference.ts';
import { useAct } from '../../calls.ts';
import { DateField } from '../../ui/date-field.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { Note } from '../../ui/note.tsx';
import { TextField } from '../../ui/text-field.tsx';

type Read = CallOutput<'worksDeclaration.read'>;

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
};

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
  return ({ name, startDate, endDate }, read) => {
    const problems: FieldProblem[] = [];
    if (read?.kind !== 'found') problems.push({ name: 'pasted', message: words(read ?? { kind: 'empty' }) });
    if (name.trim() === '') problems.push({ name: 'name', message: t('works.nameMissing') });
    if (startDate !== null && endDate !== null && endDate < startDate)
      problems.push({ name: 'endDate', message: t('works.endBefore') });
    return problems;
  };
}

/** The sentence for what was read. */
export function useReadWords(): (read: Read) => string {
  const { t } = useTranslation('presences');
  return (read) =>
    t(`read.${read.kind}`, {
      reference: 'reference' in read ? formatWorksReference(read.reference) : '',
      references: 'references' in read ? read.references.map(formatWorksReference).join(', ') : '',
      host: read.kind === 'foreign' ? read.host : '',
      letters: read.kind === 'wrongLetters' ? read.letters.join(', ') : '',
      length: read.kind === 'wrongLength' ? read.length : 0,
    });
}

type WorksFieldsProps = {
  typed: WorksTyped;
  onType: (change: Partial<WorksTyped>) => void;
  problems: FieldProblem[];
  attempt: number;
};

export function WorksFields({ typed, onType, problems, attempt }: WorksFieldsProps) {
  const { t } = useTranslation('presences');
  const readReference = useReadReference();
  const words = useReadWords();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const shown = (name: string) => {
    const message = problems.find((problem) => problem.name === name)?.message;
    const error = attempt > 0 || left.has(name) ? message : undefined;
    return { name, ...(error === undefined ? {} : { error }) };
  };
  const text = (name: 'name' | 'street' | 'houseNumber' | 'postCode' | 'municipality' | 'contact') => ({
    ...shown(name),
    value: typed[name],
    onBlur: () => setLeft(new Set([...left, name])),
    onChange: (event: { target: { value: string } }) => onType({ [name]: event.target.value }),
  });
  return (
    <>
      <TextField
        {...shown('pasted')}
        label={t('works.pasted')}
        hint={t('works.pastedHint')}
        maxLength={2_000}
        value={typed.pasted}
        onChange={(event) => onType({ pasted: event.target.value, read: null })}
        onBlur={() => {
          setLeft(new Set([...left, 'pasted']));
          void readReference(typed.pasted).then((read) => onType({ read }));
        }}
      />
      {typed.read?.kind === 'found' && (
        <Note tone="ok" announce>
          {words(typed.read)} {typed.read.url === null ? t('works.numberOnly') : t('works.withAddress')}
        </Note>
      )}
      <TextField {...text('name')} label={t('works.name')} hint={t('works.nameHint')} maxLength={120} />
      <TextField {...text('street')} label={t('works.street')} maxLength={42} />
      <TextField {...text('houseNumber')} label={t('works.houseNumber')} short maxLength={10} />
      <TextField {...text('postCode')} label={t('works.postCode')} short maxLength={9} />
      <TextField {...text('municipality')} label={t('works.municipality')} maxLength={40} />
      <DateField
        {...shown('startDate')}
        label={t('works.start')}
        value={typed.startDate}
        onChange={(startDate) => onType({ startDate })}
      />
      <DateField
        {...shown('endDate')}
        label={t('works.end')}
        hint={t('works.endHint')}
        value={typed.endDate}
        onChange={(endDate) => {
          setLeft(new Set([...left, 'endDate']));
          onType({ endDate });
        }}
      />
      <TextField
        {...text('contact')}
        label={t('works.contact')}
        hint={t('works.contactHint')}
        maxLength={120}
      />
    </>
  );
}
