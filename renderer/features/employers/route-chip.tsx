// By which way an employer's trainings are sent, as a word with its sign.
import { useTranslation } from 'react-i18next';
import type { Employer } from '../../../preload/contract/employers.ts';
import { Chip } from '../../ui/chip.tsx';

export function RouteChip({ kind }: { kind: Employer['route']['kind'] }) {
  const { t } = useTranslation('employers');
  if (kind === 'none') return <Chip tone="warn">{t('route.none')}</Chip>;
  return <Chip icon={kind === 'elsewhere' ? 'globe' : 'plug'}>{t(`route.${kind}`)}</Chip>;
}
