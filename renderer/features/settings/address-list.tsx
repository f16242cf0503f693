// Addresses and scopes of the environment in use, with how certain each one is.
import { useTranslation } from 'react-i18next';
import { useCall } from '../../calls.ts';
import { Chip } from '../../ui/chip.tsx';
import { ErrorState } from '../../ui/failure.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty, Loading } from '../../ui/states.tsx';

export function AddressList({ environment }: { environment: string }) {
  const { t } = useTranslation('settings');
  const addresses = useCall('settings.addresses', {});
  const rows = (addresses.data?.rows ?? []).filter((row) => row.environment === environment);
  return (
    <Sheet title={t('addresses.title')} aside={t('addresses.aside')} flush>
      {addresses.error !== null && addresses.data === undefined ? (
        <ErrorState failure={addresses.error} onAgain={() => void addresses.refetch()} />
      ) : addresses.data === undefined ? (
        <Loading />
      ) : rows.length === 0 ? (
        <Empty slim icon="link" title={t('addresses.none')} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
        // biome-ignore lint/a11y/useSemanticElements: a group that scrolls, not a set of fields
        <div className="grid-scroll" role="group" tabIndex={0} aria-label={t('addresses.title')}>
          <table className="grid">
            <thead>
              <tr>
                <th scope="col">{t('addresses.what')}</th>
                <th scope="col">{t('addresses.value')}</th>
                <th scope="col">{t('addresses.certainty')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.what} ${row.value}`}>
                  <td className="fixed">{row.what}</td>
                  <td>
                    <span className="reference address">{row.value}</span>
                  </td>
                  <td className="fixed">
                    <Chip
                      tone={row.certainty === 'assumed' ? 'warn' : 'plain'}
                      icon={row.certainty === 'assumed' ? 'unknown' : 'info'}
                    >
                      {t(`certainty.${row.certainty}`)}
                    </Chip>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Sheet>
  );
}
