// One employer: facts, the way its trainings are sent, where it stands, and what can be done with it as a whole.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'wouter';
import type { Employer } from '../../../preload/contract/employers.ts';
import { useAppState } from '../../app-state.ts';
import { useAct, useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { languageNames } from '../../i18n/languages.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ErrorState, FailureNote } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { Sheet, WithPanel } from '../../ui/sheet.tsx';
import { Loading } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { PracticePanel } from './practice-panel.tsx';
import { RouteChoice } from './route-choice.tsx';
import { StandingPanel } from './standing-panel.tsx';

export default function EmployerPage() {
  const { t } = useTranslation('employers');
  const { id = '' } = useParams<{ id: string }>();
  const employer = useCall('employer.get', { id });
  if (employer.data !== undefined) return <Known employer={employer.data} />;
  return (
    <Page title={t('columns.name')} reading>
      <Sheet label={t('detail.facts')} flush>
        {employer.error !== null ? (
          <ErrorState failure={employer.error} onAgain={() => void employer.refetch()} />
        ) : (
          <Loading />
        )}
      </Sheet>
    </Page>
  );
}

function Known({ employer }: { employer: Employer }) {
  const { t } = useTranslation('employers');
  const formats = useFormats();
  const [, go] = useLocation();
  const toast = useToast();
  const [asked, setAsked] = useState(false);
  const archive = useAct('employer.archive');
  const practising = useAppState().environment.kind === 'practice';
  const put = async (archived: boolean): Promise<void> => {
    const result = await archive.run({ id: employer.id, archived });
    setAsked(false);
    if (!result.ok || !archived) return;
    toast({
      text: t('detail.archivedDone', { name: employer.name }),
      act: { label: t('detail.back'), onAct: () => void put(false) },
    });
    go('/employers');
  };
  return (
    <Page
      title={employer.name}
      lead={<span className="number">{formats.enterpriseNumber(employer.enterpriseNumber)}</span>}
      reading
      acts={
        <>
          {employer.archived ? (
            <Button icon="undo" busy={archive.busy} onPress={() => void put(false)}>
              {t('detail.unarchive')}
            </Button>
          ) : (
            <Button onPress={() => setAsked(true)}>{t('detail.archive')}</Button>
          )}
          <LinkButton to={`/employers/${employer.id}/edit`}>{t('detail.edit')}</LinkButton>
        </>
      }
    >
      {employer.archived && <Note>{t('detail.archived')}</Note>}
      <FailureNote failure={archive.failure} />
      <WithPanel
        label={t('detail.now')}
        panel={
          <>
            <StandingPanel employer={employer} />
            {practising && <PracticePanel employerId={employer.id} />}
          </>
        }
      >
        <div className="panel">
          <RouteChoice employer={employer} key={`${employer.route.kind} ${employer.route.accountId}`} />
          <Sheet title={t('detail.facts')}>
            <EmployerFacts employer={employer} />
          </Sheet>
        </div>
      </WithPanel>
      <ConfirmDialog
        open={asked}
        onClose={() => setAsked(false)}
        title={t('detail.archiveTitle', { name: employer.name })}
        act={t('detail.archive')}
        busy={archive.busy}
        onAct={() => void put(true)}
      >
        <p>{t('detail.archiveWhat')}</p>
      </ConfirmDialog>
    </Page>
  );
}

function EmployerFacts({ employer }: { employer: Employer }) {
  const { t } = useTranslation('employers');
  const formats = useFormats();
  const sector = employer.sectorDaysHundredths;
  return (
    <Facts
      facts={[
        { label: t('detail.size'), value: t(`size.${employer.sizeBracket}`) },
        { label: t('detail.week'), value: formats.duration(employer.fullTimeWeeklyMinutes) },
        { label: t('detail.sector'), value: sector === null ? t('detail.law') : formats.hundredths(sector) },
        { label: t('detail.nsso'), value: employer.nssoNumber ?? t('detail.none') },
        { label: t('detail.language'), value: languageNames[employer.language] },
      ]}
    />
  );
}
