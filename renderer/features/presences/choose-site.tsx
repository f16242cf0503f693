// Which site of the employer in hand: the one that was looked at last, else the first that counts.
import { useTranslation } from 'react-i18next';
import type { WorksDeclaration } from '../../../preload/contract/works-declarations.ts';
import { useEmployerId } from '../../app-state.ts';
import { useCall } from '../../calls.ts';
import { SelectField } from '../../ui/choice-fields.tsx';
import { useKeptView } from '../../ui/kept-view.ts';

const most = 500;

const readId = (kept: unknown): string | null => (typeof kept === 'string' ? kept : null);

export type SiteChoice = {
  /** Undefined while they are being read. */
  sites: WorksDeclaration[] | undefined;
  site: WorksDeclaration | undefined;
  choose: (id: string) => void;
};

export function useSite(): SiteChoice {
  const employerId = useEmployerId();
  const [kept, keep] = useKeptView('presences-site', readId);
  const listed = useCall('worksDeclaration.list', {
    ...(employerId === null ? {} : { employerId }),
    pageSize: most,
  });
  const sites = listed.data?.rows;
  return { sites, site: sites?.find(({ id }) => id === kept) ?? sites?.[0], choose: keep };
}

export function ChooseSite({ sites, site, choose }: SiteChoice) {
  const { t } = useTranslation('presences');
  return (
    <SelectField
      name="site"
      label={t('site')}
      choices={(sites ?? []).map(({ id, name, employerName }) => ({
        value: id,
        label: `${name} – ${employerName}`,
      }))}
      value={site?.id ?? ''}
      onChange={(event) => choose(event.target.value)}
    />
  );
}
