// Changing what is known of an employer. A change made elsewhere meanwhile is told, and what was typed stays.
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'wouter';
import { useAct, useCall } from '../../calls.ts';
import { ErrorState } from '../../ui/failure.tsx';
import { Page } from '../../ui/page.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Loading } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { type TypedEmployer, typedOf, valuesOf } from './employer-draft.ts';
import { EmployerForm } from './employer-form.tsx';

export default function EditEmployerPage() {
  const { t } = useTranslation('employers');
  const { id = '' } = useParams<{ id: string }>();
  const [, go] = useLocation();
  const toast = useToast();
  const employer = useCall('employer.get', { id });
  const update = useAct('employer.update');
  const title = t('form.editTitle', { name: employer.data?.name ?? '' });
  const save = async (typed: TypedEmployer): Promise<void> => {
    const expectedRevision = employer.data?.revision ?? 0;
    const result = await update.run({ id, expectedRevision, ...valuesOf(typed) });
    if (!result.ok) return;
    toast({ text: t('saved') });
    go(`/employers/${id}`);
  };
  return (
    <Page title={title} reading>
      <Sheet label={title}>
        {employer.data !== undefined ? (
          <EmployerForm
            key={id}
            initial={typedOf(employer.data)}
            numberFixed
            act={t('form.save')}
            back={`/employers/${id}`}
            busy={update.busy}
            failure={update.failure}
            onSave={(typed) => void save(typed)}
          />
        ) : employer.error !== null ? (
          <ErrorState failure={employer.error} onAgain={() => void employer.refetch()} />
        ) : (
          <Loading />
        )}
      </Sheet>
    </Page>
  );
}
