// Deadlines as rows: of whom, which, until when, how it stands and what is still open.
import { useTranslation } from 'react-i18next';
import type { Deadline } from '../../../preload/contract/service-state.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Chip } from '../../ui/chip.tsx';
import { TextLink } from '../../ui/link-button.tsx';
import { standingLooks, useDeadlineWords } from './deadline-words.ts';

/** `named`: with the employer of each, where the page is not about one. */
export function DeadlineTable({ rows, named }: { rows: Deadline[]; named: boolean }) {
  const { t } = useTranslation('services');
  return (
    <table className="criteria life-table">
      <caption className="only-read-aloud">{t('deadlines.list')}</caption>
      <thead>
        <tr>
          {named && <th scope="col">{t('deadlines.columns.employer')}</th>}
          <th scope="col">{t('deadlines.columns.rule')}</th>
          <th scope="col">{t('deadlines.columns.date')}</th>
          <th scope="col">{t('deadlines.columns.standing')}</th>
          <th scope="col">{t('deadlines.columns.open')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} named={named} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, named }: { row: Deadline; named: boolean }) {
  const { t } = useTranslation('services');
  const formats = useFormats();
  const words = useDeadlineWords();
  const about = words.about(row);
  const rule = (
    <>
      {words.rule(row)}
      {about !== '' && <small className="hint">{about}</small>}
    </>
  );
  return (
    <tr>
      {named && (
        <th scope="row">
          <TextLink to={`/employers/${row.employerId}`}>{row.employerName}</TextLink>
        </th>
      )}
      {named ? <td data-label={t('deadlines.columns.rule')}>{rule}</td> : <th scope="row">{rule}</th>}
      <td data-label={t('deadlines.columns.date')}>{formats.day(row.date, 'long')}</td>
      <td data-label={t('deadlines.columns.standing')}>
        <Chip {...standingLooks[row.standing]}>{words.standing(row)}</Chip>
        {row.standing !== 'done' && <small className="hint">{words.left(row)}</small>}
      </td>
      <td data-label={t('deadlines.columns.open')}>{words.open(row)}</td>
    </tr>
  );
}
