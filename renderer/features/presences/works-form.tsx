// The fields of a declaration of works. Number or address go into one field: what is pasted is read by main.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { DateField } from '../../ui/date-field.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { useFieldId } from '../../ui/field.tsx';
import { Note } from '../../ui/note.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CodeChoice } from '../works-code/code-choice.tsx';
import { type FoundRead, useReadWords } from '../works-code/code-choices.ts';
import { CodeSource } from '../works-code/code-source.tsx';
import { today } from './real-day.ts';
import { SubcontractorFields } from './subcontractor-fields.tsx';
import { typedFromRead, useReadReference, type WorksTyped } from './works-typed.ts';

type WorksFieldsProps = {
  typed: WorksTyped;
  onType: (change: Partial<WorksTyped> | ((typed: WorksTyped) => Partial<WorksTyped>)) => void;
  problems: FieldProblem[];
  attempt: number;
  camera?: boolean;
  /** What the camera saw before this page. */
  scanned?: CallOutput<'worksCode.scanned'>['codes'] | null;
};

export function WorksFields({ typed, onType, problems, attempt, camera, scanned }: WorksFieldsProps) {
  const { t } = useTranslation('presences');
  const scanWords = useTranslation('scan');
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
  const take = (read: FoundRead): void => onType(typedFromRead(read));
  const pastedId = useFieldId('pasted');
  const choose = (read: FoundRead): void => {
    take(read);
    // Where it now stands; the button of the choice is gone.
    document.getElementById(pastedId)?.focus();
  };
  return (
    <>
      <CodeSource onTake={take} onChoose={choose} camera={camera === true} scanned={scanned ?? null} />
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
      {typed.read !== null && typed.read.kind !== 'found' && (
        <CodeChoice reads={[typed.read]} onTake={choose} />
      )}
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
      {typed.endDate !== null && typed.endDate < today() && (
        <Note tone="warn" announce>
          {scanWords.t('ended')}
        </Note>
      )}
      <TextField
        {...text('contact')}
        label={t('works.contact')}
        hint={t('works.contactHint')}
        maxLength={120}
      />
      <SubcontractorFields
        all={typed.subcontractors}
        onChange={(change) => onType((known) => ({ subcontractors: change(known.subcontractors) }))}
        problems={problems}
        attempt={attempt}
      />
    </>
  );
}
