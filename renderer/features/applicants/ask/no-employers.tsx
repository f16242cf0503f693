// Nobody to ask for yet: the way to the first employer and, in practice, to the examples.
import { useTranslation } from 'react-i18next';
import { useAppState } from '../../../app-state.ts';
import { useAct } from '../../../calls.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { Page } from '../../../ui/page.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Empty } from '../../../ui/states.tsx';

/** In the place of a page of this title. */
export function NoEmployers({ title, lead }: { title: string; lead: string }) {
  const { t } = useTranslation('applicants');
  const practising = useAppState().environment.kind === 'practice';
  const samples = useAct('practice.addSamples');
  return (
    <Page title={title} lead={lead}>
      <Sheet label={t('ask.noEmployers.title')} flush>
        <Empty
          icon="building"
          title={t('ask.noEmployers.title')}
          acts={
            <>
              <LinkButton to="/employers/new" icon="plus" primary>
                {t('ask.noEmployers.add')}
              </LinkButton>
              {practising && (
                <Button busy={samples.busy} onPress={() => void samples.run({})}>
                  {t('ask.noEmployers.samples')}
                </Button>
              )}
            </>
          }
        >
          {t('ask.noEmployers.what')}
        </Empty>
        <FailureNote failure={samples.failure} />
      </Sheet>
    </Page>
  );
}
