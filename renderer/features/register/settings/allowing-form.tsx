// What happens where no line of the register allows a look-up or a sending: it goes on with a warning, or nothing leaves.
import { useTranslation } from 'react-i18next';
import { useAct, useCall } from '../../../calls.ts';
import { RadioGroup } from '../../../ui/choice-fields.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { useToast } from '../../../ui/toast.tsx';

export function AllowingForm() {
  const { t } = useTranslation('register');
  const toast = useToast();
  const allowing = useCall('register.allowing', {}).data;
  const set = useAct('register.setAllowing');
  if (allowing === undefined) return null;
  const choose = async (mode: 'warning' | 'stop'): Promise<void> => {
    const result = await set.run({ mode });
    if (result.ok) toast({ text: t('owner.saved') });
  };
  return (
    <Sheet title={t('allowing.title')} stacked>
      <p>{t('allowing.what')}</p>
      <FailureNote failure={set.failure} />
      <RadioGroup
        name="allowing"
        label={t('allowing.label')}
        choices={[
          { value: 'warning', label: t('allowing.warning'), hint: t('allowing.warningHint') },
          { value: 'stop', label: t('allowing.stop'), hint: t('allowing.stopHint') },
        ]}
        value={allowing.mode}
        onChange={(mode) => void choose(mode)}
      />
    </Sheet>
  );
}
