// The life of all certificates: a time line, the same as a table with what to do next, and a calendar file to keep.
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { languageSchema } from '../../../preload/contract/values.ts';
import { useAct, useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState, FailureNote } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { ConnectionTabs } from './connection-tabs.tsx';
import { LifePlot } from './life-plot.tsx';
import { LifeTable } from './life-table.tsx';

export default function LifePage() {
  const { t } = useTranslation('certificate-life');
  const life = useCall('renewal.life', {});
  return (
    <Page
      title={t('life.title')}
      lead={t('life.lead')}
      reading
      acts={life.data?.rows.some((row) => !row.over) === true ? <SaveCalendar /> : undefined}
    >
      <ConnectionTabs />
      {life.data === undefined ? (
        <Sheet label={t('life.table')} flush>
          {life.error === null ? (
            <Loading lines={6} />
          ) : (
            <ErrorState failure={life.error} onAgain={() => void life.refetch()} />
          )}
        </Sheet>
      ) : (
        <Known life={life.data} />
      )}
    </Page>
  );
}

function Known({ life }: { life: CallOutput<'renewal.life'> }) {
  const { t } = useTranslation('certificate-life');
  if (life.rows.length === 0) {
    const acts = (
      <LinkButton primary to="/connection/certificate">
        {t('life.add')}
      </LinkButton>
    );
    return (
      <Sheet label={t('life.table')} flush>
        <Empty icon="shield" title={t('life.none')} acts={acts}>
          {t('life.noneWhat')}
        </Empty>
      </Sheet>
    );
  }
  return (
    <>
      <LifePlot rows={life.rows} today={life.today} />
      <LifeTable rows={life.rows} />
      <Note>{t('life.saveWhat')}</Note>
    </>
  );
}

function SaveCalendar() {
  const { t, i18n } = useTranslation('certificate-life');
  const toast = useToast();
  const save = useAct('renewal.saveCalendar');
  const run = async (): Promise<void> => {
    const language = languageSchema.catch('nl').parse(i18n.language);
    const result = await save.run({ language });
    if (result.ok && result.value.saved)
      toast({ text: t('life.saved', { name: result.value.name, count: result.value.events }) });
  };
  return (
    <>
      <Button icon="calendar" busy={save.busy} onPress={() => void run()}>
        {t('life.save')}
      </Button>
      <FailureNote failure={save.failure} />
    </>
  );
}
