// Every certificate as a row: who uses it, until when, which warning it stands on, and the way to what is next.
import { useTranslation } from 'react-i18next';
import type { LifeRow } from '../../../preload/contract/renewal.ts';
import { useFormats } from '../../i18n/formats.ts';
import { LinkButton, TextLink } from '../../ui/link-button.tsx';
import { EndChip, RungWords } from './end-chip.tsx';

export function LifeTable({ rows }: { rows: LifeRow[] }) {
  const { t } = useTranslation('certificate-life');
  return (
    <section className="sheet" aria-label={t('life.table')}>
      <table className="criteria life-table">
        <caption className="only-read-aloud">{t('life.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('life.columns.certificate')}</th>
            <th scope="col">{t('life.columns.users')}</th>
            <th scope="col">{t('life.columns.until')}</th>
            <th scope="col">{t('life.columns.standing')}</th>
            <th scope="col">{t('life.columns.next')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row }: { row: LifeRow }) {
  const { t } = useTranslation('certificate-life');
  const formats = useFormats();
  return (
    <tr>
      <th scope="row">
        <TextLink to={`/connection/certificates/${row.id}`}>{row.name}</TextLink>
        {row.enterpriseName !== null && row.enterpriseName !== row.name && (
          <small className="hint">{row.enterpriseName}</small>
        )}
      </th>
      <td data-label={t('life.columns.users')}>
        {row.uses.length === 0 ? (
          <span className="faint-text">{t('life.unused')}</span>
        ) : (
          <ul>
            {row.uses.map((use) => (
              <li key={use.accountId}>
                <TextLink to={`/connection/accounts/${use.accountId}`}>{use.name}</TextLink>{' '}
                <span className="quiet-text">{t(`roles.${use.role}`)}</span>
              </li>
            ))}
          </ul>
        )}
      </td>
      <td data-label={t('life.columns.until')}>{formats.dayOf(row.notAfter, 'long')}</td>
      <td data-label={t('life.columns.standing')}>
        <EndChip end={row} />
        <RungWords end={row} />
      </td>
      <td data-label={t('life.columns.next')}>
        <NextLink row={row} />
      </td>
    </tr>
  );
}

function NextLink({ row }: { row: LifeRow }) {
  const { t } = useTranslation('certificate-life');
  const { key, accountId } = row.next;
  if (key === 'none') return <span className="faint-text">{t('next.none')}</span>;
  const to =
    key === 'import'
      ? '/connection/certificate'
      : accountId === null
        ? `/connection/certificates/${row.id}`
        : `/connection/accounts/${accountId}/renewal`;
  return (
    <LinkButton small next to={to} primary={key === 'renew' && (row.over || (row.rung ?? 90) <= 7)}>
      {t(`next.${key}`)}
      <span className="only-read-aloud">: {row.name}</span>
    </LinkButton>
  );
}
