// What the list shows as a file for a spreadsheet.
import { useTranslation } from 'react-i18next';
import { languageSchema } from '../../../../preload/contract/values.ts';
import type { Act } from '../../../calls.ts';
import { Menu } from '../../../ui/menu.tsx';
import { useSavedToast } from '../../../ui/open-saved.tsx';
import type { RegisterInput } from './register-filter.ts';

export function SaveMenu({ input, save }: { input: RegisterInput; save: Act<'registerLines.save'> }) {
  const { t, i18n } = useTranslation('register');
  const savedToast = useSavedToast();
  const run = async (format: 'csv' | 'xlsx'): Promise<void> => {
    const language = languageSchema.catch('nl').parse(i18n.language);
    const result = await save.run({ ...input, format, language });
    if (!result.ok) return;
    const { rows, name } = result.value;
    savedToast(t('save.done', { count: rows, name }), name);
  };
  return (
    <Menu
      label={t('save.act')}
      icon="download"
      small={false}
      acts={(['csv', 'xlsx'] as const).map((format) => ({
        id: format,
        label: t(`save.${format}`),
        onAct: () => void run(format),
      }))}
    />
  );
}
