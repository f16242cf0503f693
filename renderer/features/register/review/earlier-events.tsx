// What was told of numbers before, and what became of it: replaced, cancelled, known already or dismissed. Read when it is opened.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../calls.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { ErrorState } from '../../../ui/failure.tsx';
import { TextLink } from '../../../ui/link-button.tsx';
import { Loading } from '../../../ui/states.tsx';

export function EarlierEvents() {
  const { t } = useTranslation('register');
  const [open, setOpen] = useState(false);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('events.earlier')}</summary>
      {open && <Earlier />}
    </details>
  );
}

function Earlier() {
  const { t } = useTranslation('register');
  const formats = useFormats();
  const events = useCall('register.numberEvents', { open: false });
  if (events.data === undefined)
    return events.error === null ? <Loading lines={2} /> : <ErrorState failure={events.error} />;
  const rows = events.data.rows.filter(({ state }) => state !== 'quarantined');
  if (rows.length === 0) return <p className="quiet-text">{t('events.noEarlier')}</p>;
  return (
    <ul className="record-list">
      {rows.map(({ id, oldInsz, newInsz, personId, personName, origin, at, state }) => (
        <li key={id}>
          <span className="record-title number">
            {newInsz === null
              ? t('events.cancellation', { insz: formats.insz(oldInsz) })
              : t('acts.moved', { old: formats.insz(oldInsz), insz: formats.insz(newInsz) })}
          </span>
          {personId !== null && (
            <TextLink to={`/register/${personId}`}>{personName || t('person.nameless')}</TextLink>
          )}
          <p className="quiet-text">
            {t(`events.origins.${origin}`, { moment: formats.moment(at) })} {t(`events.settled.${state}`)}
          </p>
        </li>
      ))}
    </ul>
  );
}
