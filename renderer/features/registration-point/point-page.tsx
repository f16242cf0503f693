// Sets up the registration point of a site and starts it.
import { useTranslation } from 'react-i18next';
import { useEmployerId } from '../../app-state.ts';
import { useCall } from '../../calls.ts';
import { ErrorState } from '../../ui/failure.tsx';
import { LinkButton, TextLink } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { Sheet, WithPanel } from '../../ui/sheet.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { RoomTabs } from '../presences/room-tabs.tsx';
import { LostBadge } from './lost-badge.tsx';
import { SetUpForm } from './set-up-form.tsx';
import './set-up.css';

const most = 500;

export default function PointPage() {
  const { t } = useTranslation('registration-point');
  const employerId = useEmployerId();
  const listed = useCall('worksDeclaration.list', {
    ...(employerId === null ? {} : { employerId }),
    current: true,
    pageSize: most,
  });
  const sites = listed.data?.rows;
  return (
    <Page title={t('title')} lead={t('lead')}>
      <RoomTabs />
      {listed.error !== null ? (
        <ErrorState failure={listed.error} onAgain={() => void listed.refetch()} />
      ) : sites === undefined ? (
        <Loading lines={6} />
      ) : sites.length === 0 ? (
        <Empty
          icon="pin"
          title={t('setUp.noSite')}
          acts={
            <LinkButton to="/presences/works/new" icon="plus" primary>
              {t('setUp.addSite')}
            </LinkButton>
          }
        >
          {t('setUp.noSiteWhat')}
        </Empty>
      ) : (
        <WithPanel
          label={t('know.title')}
          panel={
            <>
              <Know />
              <LostBadge />
            </>
          }
        >
          <Sheet label={t('title')}>
            <SetUpForm sites={sites} />
          </Sheet>
        </WithPanel>
      )}
    </Page>
  );
}

function Know() {
  const { t } = useTranslation('registration-point');
  return (
    <Sheet title={t('know.title')} stacked>
      <ul className="point-know">
        {(['self', 'breaks', 'moment', 'badge', 'phone', 'nobody'] as const).map((one) => (
          <li key={one}>{t(`know.${one}`)}</li>
        ))}
      </ul>
      <p>
        <TextLink to="/presences/posters">{t('know.notice')}</TextLink>
      </p>
      <h3>{t('know.computer')}</h3>
      <ul className="point-know">
        {(['screen', 'scanner', 'forgotten'] as const).map((one) => (
          <li key={one}>{t(`know.${one}`)}</li>
        ))}
      </ul>
    </Sheet>
  );
}
