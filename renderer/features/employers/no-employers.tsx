// No employer yet, or none that is looked for: the next step in both cases.
import { useTranslation } from 'react-i18next';
import { useAppState } from '../../app-state.ts';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Empty } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';

export function NoEmployers({ searching }: { searching: boolean }) {
  const { t } = useTranslation('employers');
  const toast = useToast();
  const practising = useAppState().environment.kind === 'practice';
  const samples = useAct('practice.addSamples');
  if (searching) {
    return (
      <Empty icon="search" title={t('empty.nothing')}>
        {t('empty.nothingWhat')}
      </Empty>
    );
  }
  const take = async (): Promise<void> => {
    const result = await samples.run({});
    if (result.ok) toast({ text: t('samplesAdded', result.value) });
  };
  return (
    <>
      <Empty
        icon="building"
        title={t('empty.title')}
        acts={
          <>
            <LinkButton to="/employers/new" icon="plus">
              {t('add')}
            </LinkButton>
            {practising && (
              <Button plain busy={samples.busy} onPress={() => void take()}>
                {t('empty.samples')}
              </Button>
            )}
          </>
        }
      >
        {t('empty.what')}
      </Empty>
      <FailureNote failure={samples.failure} />
    </>
  );
}
