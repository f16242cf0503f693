// In front of a function that needs an authorisation: while it is off, says why and where that is put right.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CbssRight } from '../../../preload/contract/cbss.ts';
import { useCall } from '../../calls.ts';
import { ErrorState } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty, Loading } from '../../ui/states.tsx';

export function RightGate({ right, children }: { right: CbssRight; children: ReactNode }) {
  const { t } = useTranslation('cbss');
  const profile = useCall('cbss.profile', {});
  if (profile.data === undefined)
    return (
      <Sheet label={t('tabs.label')} flush>
        {profile.error === null ? <Loading /> : <ErrorState failure={profile.error} />}
      </Sheet>
    );
  const { on, authorisations } = profile.data;
  if (on && authorisations.some((one) => one.right === right)) return children;
  return (
    <Sheet label={t('tabs.label')} flush>
      <Empty
        icon="lock"
        title={t('profile.off')}
        acts={
          <LinkButton to="/cbss" primary next>
            {t('off.go')}
          </LinkButton>
        }
      >
        {t(on ? 'off.noRight' : 'off.notOn')}
      </Empty>
    </Sheet>
  );
}
