// How an employer's trainings are sent, as a state: only a choice that is still to be made asks for attention.
import { useTranslation } from 'react-i18next';
import type { Employer } from '../../../preload/contract/employers.ts';
import { Chip, type Tone } from '../../ui/chip.tsx';
import type { IconName } from '../../ui/icon.tsx';

const looks: Record<Employer['route']['kind'], { tone: Tone; icon: IconName }> = {
  own: { tone: 'ok', icon: 'check' },
  mandatary: { tone: 'ok', icon: 'link' },
  elsewhere: { tone: 'plain', icon: 'hide' },
  none: { tone: 'warn', icon: 'warn' },
};

export function RouteChip({ kind }: { kind: Employer['route']['kind'] }) {
  const { t } = useTranslation('employers');
  return <Chip {...looks[kind]}>{t(`route.${kind}`)}</Chip>;
}
