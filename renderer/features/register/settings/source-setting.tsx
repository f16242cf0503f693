// Who checks numbers and identities: what is known here, or the authentic source where its connector is on.
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../calls.ts';
import { Chip } from '../../../ui/chip.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { Sheet } from '../../../ui/sheet.tsx';

export function SourceSetting() {
  const { t } = useTranslation('register');
  const profile = useCall('cbss.profile', {}).data;
  if (profile === undefined) return null;
  const by = profile.on ? 'authenticSource' : 'ownRecords';
  return (
    <Sheet title={t('columns.verified')} stacked>
      <p>
        <Chip icon={profile.on ? 'link' : 'database'}>{t(`verified.${by}`)}</Chip>
      </p>
      <p className="quiet-text">{t(`checking.${by}`)}</p>
      <div className="row-of">
        <LinkButton small to="/cbss" icon="shield">
          {t('checking.open')}
        </LinkButton>
      </div>
    </Sheet>
  );
}
