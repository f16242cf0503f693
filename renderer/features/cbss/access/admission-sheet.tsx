// How an organisation is admitted: the steps in their order, who does each, where it is asked, and what was done.
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../calls.ts';
import { ErrorState } from '../../../ui/failure.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Loading } from '../../../ui/states.tsx';
import { AdmissionItem } from './admission-item.tsx';

export function AdmissionSheet() {
  const { t } = useTranslation('cbss');
  const admission = useCall('cbssAdmission.show', {});
  const steps = admission.data?.steps;
  return (
    <Sheet
      title={t('admission.title')}
      {...(steps === undefined
        ? {}
        : {
            aside: t('admission.done', {
              done: steps.filter(({ done }) => done !== null).length,
              all: steps.length,
            }),
          })}
      stacked
    >
      {steps === undefined ? (
        admission.error === null ? (
          <Loading />
        ) : (
          <ErrorState failure={admission.error} onAgain={() => void admission.refetch()} />
        )
      ) : (
        <ol className="record-list cbss-steps">
          {steps.map((step) => (
            <AdmissionItem key={step.step} {...step} />
          ))}
        </ol>
      )}
    </Sheet>
  );
}
