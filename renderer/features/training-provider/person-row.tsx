// One participant: cells that are saved as they are left, findings of the rules, and the answer of the service.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  Participant,
  ProviderSession,
  SessionFinding,
} from '../../../preload/contract/training-provider.ts';
import { readDay, writeTypedDay } from '../../i18n/typed-values.ts';
import { Button } from '../../ui/button.tsx';
import { AnomalyWords } from '../outbox/anomaly-words.tsx';
import { ResultStateChip } from '../outbox/state-chip.tsx';
import { useFindingWords } from '../training/finding-words.ts';

type PersonRowProps = {
  /** From 0. */
  index: number;
  person: Participant;
  locked: boolean;
  /** The service has answered for the session: there is a column of answers. */
  answered: boolean;
  findings: SessionFinding[];
  result: ProviderSession['results'][number] | undefined;
  year: number;
  onSave: (person: Participant) => void;
  onRemove: () => void;
};
type TextCell = 'insz' | 'name' | 'employerNumber' | 'certificateName';

const statuses = ['completed', 'reserved', 'notAttended', 'unsuitable'] as const;
/** Room for what is expected, in characters. */
const sizes: Record<TextCell, number> = { insz: 14, name: 16, employerNumber: 12, certificateName: 10 };

export function PersonRow(props: PersonRowProps) {
  const { index, person, locked, answered, findings, result, year, onSave, onRemove } = props;
  const { t } = useTranslation('training-provider');
  const wordsOf = useFindingWords();
  const row = index + 1;
  const wrong = (field: string): true | undefined =>
    findings.some((one) => one.field === field && one.severity === 'blocking') || undefined;
  const label = (cell: TextCell | 'status' | 'certificate' | 'validUntil'): string =>
    t('people.cell', { cell: t(`people.${cell}`), row });
  const cell = (name: TextCell) => (
    <Typed
      key={person[name]}
      id={`f-people-${index}-${name}`}
      label={label(name)}
      value={person[name]}
      size={sizes[name]}
      number={name === 'insz' || name === 'employerNumber'}
      wrong={wrong(name)}
      locked={locked}
      onSave={(value) => onSave({ ...person, [name]: value })}
    />
  );
  return (
    <>
      <tr>
        <td className="end quiet-text">{row}</td>
        <td>{cell('insz')}</td>
        <td>{cell('name')}</td>
        <td>{cell('employerNumber')}</td>
        <td>
          <select
            className="input small select"
            aria-label={label('status')}
            disabled={locked}
            value={person.status}
            onChange={(event) => {
              const status = statuses.find((one) => one === event.target.value);
              if (status !== undefined) onSave({ ...person, status });
            }}
          >
            {statuses.map((status) => (
              <option key={status} value={status}>
                {t(`people.statuses.${status}`)}
              </option>
            ))}
          </select>
        </td>
        <td>
          <span className="certificate-cell">
            <input
              type="checkbox"
              aria-label={label('certificate')}
              disabled={locked}
              checked={person.certificateObtained}
              onChange={(event) =>
                onSave({
                  ...person,
                  ...(event.target.checked
                    ? { certificateObtained: true }
                    : { certificateObtained: false, certificateName: '', certificateValidUntil: null }),
                })
              }
            />
            {person.certificateObtained && cell('certificateName')}
          </span>
        </td>
        <td>
          {person.certificateObtained && (
            <Typed
              key={person.certificateValidUntil ?? ''}
              id={`f-people-${index}-certificateValidUntil`}
              label={label('validUntil')}
              value={person.certificateValidUntil === null ? '' : writeTypedDay(person.certificateValidUntil)}
              size={9}
              number
              wrong={wrong('certificateValidUntil')}
              locked={locked}
              read={(typed) => typed.trim() === '' || readDay(typed) !== null}
              onSave={(typed) => onSave({ ...person, certificateValidUntil: readDay(typed) })}
            />
          )}
        </td>
        {answered && <td>{result !== undefined && <ResultStateChip state={result.state} />}</td>}
        <td className="row-act">
          {!locked && (
            <Button small plain icon="trash" label={t('people.remove', { row })} onPress={onRemove} />
          )}
        </td>
      </tr>
      {(findings.length > 0 || (result?.anomalies.length ?? 0) > 0) && (
        <tr className="why">
          <td />
          <td colSpan={answered ? 8 : 7}>
            {findings.map((finding) => {
              const { rule, title, remedy } = wordsOf(finding);
              return (
                <p key={`${rule} ${finding.field}`}>
                  <strong>{title}</strong> {remedy} <span className="reference faint-text">{rule}</span>
                </p>
              );
            })}
            {result?.anomalies.map((anomaly) => (
              <AnomalyWords key={`${anomaly.code} ${anomaly.detail}`} anomaly={anomaly} year={year} />
            ))}
          </td>
        </tr>
      )}
    </>
  );
}

type TypedProps = {
  id: string;
  label: string;
  value: string;
  size: number;
  number?: boolean;
  wrong: true | undefined;
  locked: boolean;
  /** Whether what was typed can be read; what cannot stays in the cell and is marked. */
  read?: (typed: string) => boolean;
  onSave: (typed: string) => void;
};

function Typed({ id, label, value, size, number = false, wrong, locked, read, onSave }: TypedProps) {
  const [typed, setTyped] = useState(value);
  const [unreadable, setUnreadable] = useState(false);
  const leave = (): void => {
    const good = read === undefined || read(typed);
    setUnreadable(!good);
    if (good && typed !== value) onSave(typed);
  };
  return (
    <input
      id={id}
      className={number ? 'input small number' : 'input small'}
      aria-label={label}
      aria-invalid={wrong ?? (unreadable || undefined)}
      size={size}
      maxLength={id.endsWith('insz') || number ? 32 : 200}
      autoComplete="off"
      spellCheck={false}
      disabled={locked}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={leave}
    />
  );
}
