// The menu with its counts.
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useAppState } from '../app-state.ts';
import { useFormats } from '../i18n/formats.ts';
import { Icon } from '../ui/icon.tsx';
import { roomOf, rooms } from './rooms.ts';

function Wordmark() {
  return (
    <div className="wordmark">
      <svg viewBox="0 0 22 22" aria-hidden="true">
        <rect className="mark-sheet" x="1" y="1" width="20" height="20" rx="2" />
        <path className="mark-line" d="M7.5 4.5v13M11 7.5h6M11 11h6M11 14.5h3.5" />
      </svg>
      <span>Sociodesk</span>
    </div>
  );
}

export function Navigation() {
  const { t } = useTranslation('shell');
  const formats = useFormats();
  const [place] = useLocation();
  const { counts } = useAppState();
  const here = roomOf(place);
  return (
    <nav className="nav" aria-label={t('nav.label')}>
      <Wordmark />
      {rooms.map((group, index) => (
        <Fragment key={group[0]?.id}>
          {index > 0 && <hr />}
          {group.map((room) => {
            const count = room.count?.(counts) ?? 0;
            const words =
              count === 0 || room.words === undefined ? undefined : t(`nav.counts.${room.words}`, { count });
            return (
              <Link key={room.id} href={room.path} aria-current={room === here ? 'page' : undefined}>
                <Icon name={room.icon} />
                <span>{t(`nav.${room.id}`)}</span>
                {words !== undefined && (
                  <span className="count" title={words}>
                    <span aria-hidden="true">{formats.number(count)}</span>
                    <span className="only-read-aloud">{words}</span>
                  </span>
                )}
              </Link>
            );
          })}
        </Fragment>
      ))}
    </nav>
  );
}
