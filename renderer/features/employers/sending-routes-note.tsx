// Before sending: employers whose route or mandate needs somebody, with what to do. It warns; only a refusal blocks.
import { useTranslation } from 'react-i18next';
import { useCall } from '../../calls.ts';
import { TextLink } from '../../ui/link-button.tsx';
import { Note } from '../../ui/note.tsx';
import { useRouteSentences } from './route-words.tsx';

const shownAtOnce = 3;

export function SendingRoutesNote({ employerId }: { employerId: string | null }) {
  const { t } = useTranslation('routes');
  const sentences = useRouteSentences();
  const said = useCall('route.findings', { service: 'fla', employerId }).data;
  if (said === undefined || said.total === 0) return null;
  const shown = said.rows.slice(0, shownAtOnce);
  return (
    <Note tone="warn">
      <p>
        <strong>{t('sending.title', { count: said.total })}</strong>{' '}
        <TextLink to="/employers/routes">{t('sending.all')}</TextLink>
      </p>
      <ul className="plain-list">
        {shown.map((row) => (
          <li key={row.employerId}>
            <TextLink to={`/employers/${row.employerId}`}>{row.name}</TextLink>:{' '}
            {sentences(row.trouble, row.findings)
              .map(({ title, remedy }) => `${title} ${remedy}`.trim())
              .join(' ')}
          </li>
        ))}
      </ul>
      {said.total > shown.length && <p>{t('sending.more', { count: said.total - shown.length })}</p>}
    </Note>
  );
}
