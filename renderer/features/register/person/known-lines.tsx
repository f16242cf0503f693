// On the page of a worker: since when this person is known for the client, in which role, and the way to all of it.
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../calls.ts';
import { LinkButton } from '../../../ui/link-button.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { useLineWords } from '../drawing/line-words.ts';
import { useTypeName } from '../register-words.ts';

export function KnownLines({ personId, employerId }: { personId: string; employerId: string }) {
  const { t } = useTranslation('register');
  const words = useLineWords();
  const typeName = useTypeName();
  const { data } = useCall('register.person', { personId });
  if (data === undefined) return null;
  const lines = data.lines.filter((line) => line.employerId === employerId);
  return (
    <Sheet title={t('known.title')} stacked>
      {lines.length === 0 ? (
        <p className="quiet-text">{t('known.none')}</p>
      ) : (
        <ul className="record-list">
          {lines.map((line) => (
            <li key={`${line.dossierType} ${line.period.begin}`}>
              <span className="record-title">{typeName(line.dossierType)}</span>
              <span>{words.line({ ...line.period, review: line.review !== null })}</span>
            </li>
          ))}
        </ul>
      )}
      <div className="row-of">
        <LinkButton small to={`/register/${personId}`} icon="register">
          {t('known.open')}
        </LinkButton>
      </div>
    </Sheet>
  );
}
