// Lines that could not be inscribed: of whom, why, and the way to put it right.
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../preload/contract/index.ts';
import { failureCodeSchema } from '../../../../preload/contract/result.ts';
import { useCall } from '../../../calls.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { Button } from '../../../ui/button.tsx';
import { TextLink } from '../../../ui/link-button.tsx';
import { useLineWords } from '../drawing/line-words.ts';
import { rowName } from '../list/register-columns.tsx';
import { useCodeWords, useTypeName } from '../register-words.ts';

type RefusedLine = CallOutput<'registerInscribing.refused'>['rows'][number];
type RefusedLinesProps = { total: number; busy: boolean; onAgain: () => void };
const shown = 100;

export function RefusedLines({ total, busy, onAgain }: RefusedLinesProps) {
  const { t } = useTranslation('register');
  const rows =
    useCall('registerInscribing.refused', { pageSize: shown }, { keepPrevious: true }).data?.rows ?? [];
  return (
    <>
      <h3>{t('inscribing.refusedTitle', { count: total })}</h3>
      <p>{t('inscribing.refusedWhat')}</p>
      <ul className="record-list">
        {rows.map((row) => (
          <Refused
            key={`${row.personId} ${row.employerId} ${row.dossierType} ${row.period.begin}`}
            row={row}
          />
        ))}
      </ul>
      {total > rows.length && rows.length > 0 && (
        <p className="quiet-text">{t('person.firstLines', { shown: rows.length, total })}</p>
      )}
      <div className="row-of">
        <Button small icon="again" busy={busy} onPress={onAgain}>
          {t('inscribing.again')}
        </Button>
      </div>
    </>
  );
}

function Refused({ row }: { row: RefusedLine }) {
  const { t } = useTranslation(['register', 'errors']);
  const formats = useFormats();
  const words = useLineWords();
  const typeName = useTypeName();
  const codeWords = useCodeWords();
  const failure = failureCodeSchema.safeParse(row.code);
  const { what, remedy, code } = codeWords(row.code);
  const fields = row.fields.map((field) => fieldName[field]).filter((key) => key !== undefined);
  return (
    <li>
      <span className="record-title">
        <TextLink to={`/register/${row.personId}`}>{rowName(row)}</TextLink>{' '}
        <span className="number quiet-text">{formats.insz(row.insz)}</span>
      </span>
      <span>
        {row.employerName}, {typeName(row.dossierType)}, {words.period(row.period)}
      </span>
      <p className="quiet-text">
        {failure.success && !row.final ? t(`errors:${failure.data}`) : `${what} ${remedy} ${code}`}{' '}
        {fields.length > 0 &&
          t('inscribing.fields', {
            fields: fields.map((key) => t(`identity.fields.${key}`)).join(', '),
          })}{' '}
        {row.changed ? t('inscribing.changed') : !row.final && t('inscribing.laterAgain')}
        {row.code === 'INS00002' && (
          <>
            {' '}
            <TextLink to="/settings/register">{t('inscribing.toTypes')}</TextLink>
          </>
        )}
      </p>
    </li>
  );
}

/** Of what a refusal says that it is about. */
const fieldName: Partial<Record<string, 'lastName' | 'firstGivenName' | 'birthDate' | 'gender'>> = {
  lastName: 'lastName',
  givenName: 'firstGivenName',
  birthDate: 'birthDate',
  genderCode: 'gender',
};
