// Under a refusal for a missing mandate or acceptance: in practice one press has what others would have to do.
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../preload/contract/result.ts';
import { useAppState } from '../../app-state.ts';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { TextLink } from '../../ui/link-button.tsx';
import { useToast } from '../../ui/toast.tsx';

const arranged = new Set<Failure['code']>(['mandateMissing', 'circleNotAccepted']);

type ArrangeProps = { failure: Failure | null | undefined; employerId: string | null };

/** Nothing outside practice, and under any other failure. */
export function ArrangeInPractice({ failure, employerId }: ArrangeProps) {
  const { t } = useTranslation('employers');
  const practising = useAppState().environment.kind === 'practice';
  const toast = useToast();
  const enrol = useAct('practice.enrol');
  if (!practising || employerId === null || !arranged.has(failure?.code ?? 'notFound')) return null;
  const run = async (): Promise<void> => {
    const result = await enrol.run({ employerId });
    if (result.ok) toast({ text: t('practice.arranged') });
  };
  return (
    <>
      <p>{t('practice.lacks')}</p>
      <div className="row-of">
        <Button busy={enrol.busy} onPress={() => void run()}>
          {t('practice.getIt')}
        </Button>
        <TextLink to="/connection/guide">{t('practice.byHand')}</TextLink>
      </div>
      <FailureNote failure={enrol.failure} />
    </>
  );
}
