// All guides: what each leads to, how far it is, what it waits for, and the way on.
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { stopKey } from '../../../preload/rules/guide/guide-words.ts';
import { useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Chip } from '../../ui/chip.tsx';
import { ErrorState } from '../../ui/failure.tsx';
import { Icon } from '../../ui/icon.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { ConnectionTabs } from '../connection/connection-tabs.tsx';
import './guide.css';
import { useGuideWords } from './guide-words.ts';

type Row = CallOutput<'guide.list'>['rows'][number];

export default function GuidesPage() {
  const { t } = useTranslation('guide');
  const guides = useCall('guide.list', {});
  const rows = guides.data?.rows;
  const begin = (
    <LinkButton primary to="/connection/guide/new" icon="plus">
      {t('new')}
    </LinkButton>
  );
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      reading
      acts={rows !== undefined && rows.length > 0 ? begin : undefined}
    >
      <ConnectionTabs />
      <Sheet label={t('list.title')} flush>
        {rows === undefined ? (
          guides.error === null ? (
            <Loading lines={5} />
          ) : (
            <ErrorState failure={guides.error} onAgain={() => void guides.refetch()} />
          )
        ) : rows.length === 0 ? (
          <Empty icon="flag" title={t('list.empty')} acts={begin}>
            {t('list.emptyWhat')}
          </Empty>
        ) : (
          <ul>
            {rows.map((row) => (
              <GuideLine key={row.id} row={row} />
            ))}
          </ul>
        )}
      </Sheet>
    </Page>
  );
}

function GuideLine({ row }: { row: Row }) {
  const { t } = useTranslation('guide');
  const formats = useFormats();
  const { say, services } = useGuideWords({ ...row, rights: [] });
  const about =
    row.what === null
      ? t('list.start', { services: services(row.services) })
      : t('list.stop', { what: say(stopKey(row.what, row.services)) });
  const others = row.waiting.filter(({ step }) => step !== row.next);
  const wait = row.waiting.find(({ step }) => step === row.next);
  const place = `/connection/guide/${row.id}`;
  return (
    <li className="task">
      <StateChip row={row} />
      <div>
        <div className="what">
          {row.enterpriseName}{' '}
          <span className="number quiet-text">{formats.enterpriseNumber(row.enterpriseNumber)}</span>
        </div>
        <div className="who">
          {about}. {t('list.progress', { done: row.done, total: row.total })}.{' '}
          {row.next === null
            ? t('list.allDone')
            : wait === undefined
              ? t('list.next', { step: say(`steps.${row.next}.title`) })
              : wait.person === ''
                ? t('list.waitingUnnamed')
                : t('list.waiting', { person: wait.person })}
          {others.map(({ step, person }) => (
            <div key={step}>
              <Icon name="hourglass" /> {say(`steps.${step}.title`)}:{' '}
              {person === '' ? t('states.waiting') : t('list.waiting', { person })}
            </div>
          ))}
        </div>
      </div>
      <div className="do">
        <LinkButton to={row.next === null ? place : `${place}/${row.next}`} small next>
          {t(row.finishedAt === null && row.next !== null ? 'list.resume' : 'list.open')}
          <span className="only-read-aloud">
            : {row.enterpriseName}, {about}
          </span>
        </LinkButton>
      </div>
    </li>
  );
}

function StateChip({ row }: { row: Row }) {
  const { t } = useTranslation('guide');
  if (row.finishedAt !== null || row.next === null)
    return (
      <Chip tone="ok" icon="check">
        {t(row.finishedAt === null ? 'states.done' : 'list.finished')}
      </Chip>
    );
  if (row.waiting.some(({ step }) => step === row.next))
    return (
      <Chip tone="warn" icon="hourglass">
        {t('states.waiting')}
      </Chip>
    );
  return <Chip icon="flag">{t('list.underWay')}</Chip>;
}
