// The register without rows: why it is empty, and what to do next.
import { useTranslation } from 'react-i18next';
import { useAppState } from '../../app-state.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Empty } from '../../ui/states.tsx';
import { isNarrowed, type RegisterView } from './register-query.ts';
import { remember, useRoomMemory } from './room-memory.ts';

export function RegisterEmpty({ view, year: number }: { view: RegisterView; year: number }) {
  const { t } = useTranslation('training');
  const importing = useTranslation('training-import').t;
  const { counts } = useAppState();
  const memory = useRoomMemory();
  const year = String(number);
  if (isNarrowed(memory)) {
    return (
      <Empty
        icon="search"
        title={t('empty.filtered')}
        acts={
          <Button onPress={() => remember({ text: '', states: [], startFrom: null, startTo: null })}>
            {t('filters.removeAll')}
          </Button>
        }
      >
        {t('empty.filteredWhat')}
      </Empty>
    );
  }
  if (view === 'toFix') {
    return (
      <Empty icon="check-ring" title={t('empty.toFix')}>
        {t('empty.toFixWhat', { year })}
      </Empty>
    );
  }
  if (view === 'drafts') {
    return (
      <Empty icon="check-ring" title={t('empty.drafts')}>
        {t('empty.draftsWhat', { year })}
      </Empty>
    );
  }
  if (counts.workers === 0) {
    return (
      <Empty
        icon="people"
        title={t('empty.workers')}
        acts={<LinkButton to="/workers">{t('empty.toWorkers')}</LinkButton>}
      >
        {t('empty.workersWhat')}
      </Empty>
    );
  }
  return (
    <Empty
      icon="book"
      title={t('empty.title', { year })}
      acts={
        <>
          <LinkButton to="/training/new" icon="plus">
            {t('new')}
          </LinkButton>
          <LinkButton to="/training/import" icon="upload">
            {importing('title')}
          </LinkButton>
        </>
      }
    >
      {t('empty.what')}
    </Empty>
  );
}
