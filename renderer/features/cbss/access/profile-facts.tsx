// What the connection shows of an organisation to the service.
import { useTranslation } from 'react-i18next';
import type { CbssProfile } from '../../../../preload/contract/cbss.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { Facts } from '../../../ui/facts.tsx';

export function ProfileFacts({ profile }: { profile: CbssProfile }) {
  const { t } = useTranslation('cbss');
  const formats = useFormats();
  const { certificateName, urn, identification, legalContext, endpoint } = profile;
  const none = t('profile.none');
  return (
    <Facts
      facts={[
        { label: t('profile.certificate'), value: certificateName ?? none },
        { label: t('profile.urn'), value: <span className="address">{urn ?? none}</span> },
        {
          label: t('profile.by'),
          value:
            identification === null ? (
              none
            ) : (
              <span className="number">
                {identification.by === 'cbeNumber'
                  ? formats.enterpriseNumber(identification.cbeNumber)
                  : `${identification.sector} / ${identification.institution}`}
              </span>
            ),
        },
        { label: t('profile.legalContext'), value: <span className="number">{legalContext ?? none}</span> },
        ...(endpoint === null
          ? []
          : [{ label: t('profile.endpoint'), value: <span className="address">{endpoint}</span> }]),
      ]}
    />
  );
}
