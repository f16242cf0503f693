// The look of a state, and the name of a source among the texts.
import type { ServiceState } from '../../../preload/contract/service-state.ts';
import type { Tone } from '../../ui/chip.tsx';
import type { IconName } from '../../ui/icon.tsx';

/** Sources are named in the calendar of services; this one stands for all of them. */
export type SourceKey = 'sources.act20231020';

export const stateLooks: Record<ServiceState, { tone: Tone; icon: IconName }> = {
  open: { tone: 'ok', icon: 'check' },
  readOnly: { tone: 'warn', icon: 'lock' },
  closed: { tone: 'bad', icon: 'refused' },
  retired: { tone: 'bad', icon: 'refused' },
  announced: { tone: 'warn', icon: 'calendar' },
};
