// Settings of the person register: who keeps it, what it must allow, and which dossier types there are.
import { useTranslation } from 'react-i18next';
import { Page } from '../../../ui/page.tsx';
import { SettingsTabs } from '../../settings/settings-tabs.tsx';
import { AllowingForm } from './allowing-form.tsx';
import { OwnerForm } from './owner-form.tsx';
import { SourceSetting } from './source-setting.tsx';
import { TypeList } from './type-list.tsx';

export default function RegisterSettingsPage() {
  const { t } = useTranslation(['register', 'settings']);
  return (
    <Page title={t('settings:title')} lead={t('settings:lead')} reading>
      <SettingsTabs />
      <OwnerForm />
      <SourceSetting />
      <AllowingForm />
      <TypeList />
    </Page>
  );
}
