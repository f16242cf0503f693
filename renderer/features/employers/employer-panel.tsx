// Beside an employer: its figures, the ways on, and in practice the way to make its people known to the services.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Employer } from '../../../preload/contract/employers.ts';
import { useAppState } from '../../app-state.ts';
import { useAct, useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Facts } from '../../ui/facts.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useToast } from '../../ui/toast.tsx';

export function EmployerPanel({ employer }: { employer: Employer }) {
  const { t } = useTranslation('employers');
  const rescue = useTranslation('rescue');
  const formats = useFormats();
  const [, go] = useLocation();
  const choose = useAct('settings.update');
  const register = useTranslation('register');
  const known = useCall('register.list', { employerId: employer.id, state: 'active', pageSize: 1 }).data;
  const open = async (path: string): Promise<void> => {
    await choose.run({ employerId: employer.id });
    go(path);
  };
  return (
    <>
      <Sheet title={t('panel.title')} stacked>
        <Facts
          facts={[
            {
              label: t('columns.number'),
              value: <span className="number">{formats.enterpriseNumber(employer.enterpriseNumber)}</span>,
            },
            { label: t('columns.workers'), value: employer.workers },
            ...(known === undefined
              ? []
              : [
                  {
                    label: register.t('known.employer'),
                    value: known.more
                      ? register.t('known.employerMore', { total: formats.number(known.total) })
                      : formats.number(known.total),
                  },
                ]),
            { label: t('columns.drafts'), value: employer.drafts },
            { label: t('columns.toFix'), value: employer.toFix },
            {
              label: t('columns.lastSent'),
              value: employer.lastSentAt === null ? '–' : formats.moment(employer.lastSentAt),
            },
          ]}
        />
        <div className="row-of">
          <Button small icon="people" onPress={() => void open('/workers')}>
            {t('panel.workers')}
          </Button>
          <Button small icon="book" onPress={() => void open('/training')}>
            {t('panel.training')}
          </Button>
          <Button small icon="register" onPress={() => void open('/register')}>
            {register.t('title')}
          </Button>
          <LinkButton to={`/training/rescue/${employer.id}`} icon="download" small>
            {rescue.t('tab')}
          </LinkButton>
        </div>
      </Sheet>
      <PracticeSheet employer={employer} />
      <ArchiveSheet employer={employer} />
    </>
  );
}

function PracticeSheet({ employer }: { employer: Employer }) {
  const { t } = useTranslation('employers');
  const { environment } = useAppState();
  const toast = useToast();
  const enrol = useAct('practice.enrol');
  if (environment.kind !== 'practice') return null;
  const run = async (): Promise<void> => {
    const result = await enrol.run({ employerId: employer.id });
    if (result.ok) toast({ text: t('practice.done', { count: result.value.workers }) });
  };
  return (
    <Sheet title={t('practice.title')} stacked>
      <p className="quiet-text">{t('practice.what')}</p>
      <FailureNote failure={enrol.failure} />
      <div className="row-of">
        <Button small busy={enrol.busy} onPress={() => void run()}>
          {t('practice.act')}
        </Button>
      </div>
    </Sheet>
  );
}

function ArchiveSheet({ employer }: { employer: Employer }) {
  const { t } = useTranslation('employers');
  const toast = useToast();
  const archive = useAct('employer.archive');
  const [asking, setAsking] = useState(false);
  const set = async (archived: boolean): Promise<void> => {
    setAsking(false);
    const result = await archive.run({ id: employer.id, archived });
    if (!result.ok) return;
    toast({
      text: t(archived ? 'archive.done' : 'archive.back', { name: employer.name }),
      act: {
        label: t('archive.undo'),
        onAct: () => void archive.run({ id: employer.id, archived: !archived }),
      },
    });
  };
  return (
    <Sheet title={t('archive.title')} stacked>
      <p className="quiet-text">{t('archive.what')}</p>
      <FailureNote failure={archive.failure} />
      <div className="row-of">
        {employer.archived ? (
          <Button small busy={archive.busy} onPress={() => void set(false)}>
            {t('archive.restore')}
          </Button>
        ) : (
          <Button small busy={archive.busy} onPress={() => setAsking(true)}>
            {t('archive.act')}
          </Button>
        )}
      </div>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('archive.question', { name: employer.name })}
        act={t('archive.act')}
        onAct={() => void set(true)}
      >
        <p>{t('archive.what')}</p>
      </ConfirmDialog>
    </Sheet>
  );
}
