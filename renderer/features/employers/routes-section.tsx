// On the page of an employer: one line per service with its route, what is planned, and what needs somebody.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Employer } from '../../../preload/contract/employers.ts';
import type { ServiceRoutes } from '../../../preload/contract/routes.ts';
import { useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/failure.tsx';
import { TextLink } from '../../ui/link-button.tsx';
import { Note } from '../../ui/note.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Loading } from '../../ui/states.tsx';
import { RouteDialog } from './route-dialog.tsx';
import { RouteKindChip, useRouteSentences } from './route-words.tsx';

export function RoutesSection({ employer }: { employer: Employer }) {
  const { t } = useTranslation('routes');
  const routes = useCall('route.list', { employerId: employer.id });
  const [open, setOpen] = useState<ServiceRoutes | null>(null);
  const rows = routes.data?.rows ?? [];
  const present = rows.filter((row) => row.present !== null);
  const served = present.length > 0 && present.every((row) => row.present?.kind !== 'own');
  const mandatary = present.some((row) => row.present?.kind === 'mandatary');
  return (
    <Sheet
      title={t('section.title')}
      aside={<TextLink to="/employers/routes">{t('section.all')}</TextLink>}
      flush
    >
      {served && mandatary && (
        <div className="sheet-body">
          <Note>{t('section.noAccountNeeded', { name: employer.name })}</Note>
        </div>
      )}
      {routes.error !== null && routes.data === undefined ? (
        <ErrorState failure={routes.error} onAgain={() => void routes.refetch()} />
      ) : routes.data === undefined ? (
        <Loading lines={4} />
      ) : (
        <ul>
          {rows.map((row) => (
            <ServiceLine key={row.service} row={row} onChange={() => setOpen(row)} />
          ))}
        </ul>
      )}
      <PastRoutes rows={rows} />
      {open !== null && routes.data !== undefined && (
        <RouteDialog employer={employer} row={open} today={routes.data.day} onClose={() => setOpen(null)} />
      )}
    </Sheet>
  );
}

function ServiceLine({ row, onChange }: { row: ServiceRoutes; onChange: () => void }) {
  const { t } = useTranslation('routes');
  const formats = useFormats();
  const sentences = useRouteSentences();
  const { present, next, service } = row;
  // Only the training account has something waiting for a route today; without one its line asks for somebody.
  const trouble = present === null && service === 'fla' && next === null ? 'none' : row.trouble;
  const name = t(`services.${service}`);
  return (
    <li className="task">
      <RouteKindChip kind={present?.kind ?? 'none'} trouble={trouble} findings={row.findings} />
      <div>
        <div className="what">{name}</div>
        {present !== null && (
          <div className="who">
            {[present.account?.name, t('section.since', { day: formats.day(present.from) })]
              .filter(Boolean)
              .join(' · ')}
          </div>
        )}
        {next !== null && (
          <div className="who">
            {t('section.planned', { day: formats.day(next.from), way: t(`kind.${next.kind}`) })}
            {next.account !== null && ` · ${next.account.name}`}
          </div>
        )}
        {sentences(trouble, row.findings).map(({ key, title, remedy }) => (
          <div key={key} className="who">
            <strong>{title}</strong> {remedy}
          </div>
        ))}
        {service === 'dimona' && <div className="who">{t('section.reference')}</div>}
      </div>
      <div className="do">
        <Button small onPress={onChange}>
          {present === null && next === null ? t('section.choose') : t('section.change')}
          <span className="only-read-aloud">: {name}</span>
        </Button>
      </div>
    </li>
  );
}

function PastRoutes({ rows }: { rows: ServiceRoutes[] }) {
  const { t } = useTranslation('routes');
  const formats = useFormats();
  const past = rows.flatMap((row) => row.past);
  if (past.length === 0) return null;
  return (
    <details className="sheet-body">
      <summary>{t('section.past')}</summary>
      <ul className="plain-list">
        {past.map((route) => (
          <li key={route.id} className="who">
            {t('section.pastLine', {
              service: t(`services.${route.service}`),
              way: t(`kind.${route.kind}`),
              from: formats.day(route.from),
              until: formats.day(route.until ?? route.from),
            })}
            {route.account !== null && ` · ${route.account.name}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
