// Adding an employer: afterwards one stands on its page, where the next steps are.
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useAppState } from '../../app-state.ts';
import { useAct } from '../../calls.ts';
import { Page } from '../../ui/page.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useToast } from '../../ui/toast.tsx';
import { emptyEmployer, type TypedEmployer, valuesOf } from './employer-draft.ts';
import { EmployerForm } from './employer-form.tsx';

export default function AddEmployerPage() {
  const { t } = useTranslation('employers');
  const [, go] = useLocation();
  const toast = useToast();
  const { language } = useAppState();
  const add = useAct('employer.add');
  const save = async (typed: TypedEmployer): Promise<void> => {
    const result = await add.run({ ...valuesOf(typed), enterpriseNumber: typed.enterpriseNumber });
    if (!result.ok) return;
    toast({ text: t('added', { name: typed.name.trim() }) });
    go(`/employers/${result.value.id}`);
  };
  return (
    <Page title={t('form.addTitle')} reading>
      <Sheet label={t('form.addTitle')}>
        <EmployerForm
          initial={emptyEmployer(language)}
          act={t('add')}
          back="/employers"
          busy={add.busy}
          failure={add.failure}
          onSave={(typed) => void save(typed)}
        />
      </Sheet>
    </Page>
  );
}
