// The practice connection: one press switches it on, and what it then shows to the service.
import { useTranslation } from 'react-i18next';
import type { CbssProfile } from '../../../../preload/contract/cbss.ts';
import { useAct } from '../../../calls.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { OwnerBeside, useOwnerFilled } from './owner-beside.tsx';
import { ProfileFacts } from './profile-facts.tsx';

export function PracticeSheet({ profile }: { profile: CbssProfile }) {
  const { t } = useTranslation('cbss');
  const toast = useToast();
  const filled = useOwnerFilled(profile);
  const save = useAct('cbss.saveProfile');
  const on = profile.on && profile.kind === 'practice';
  const turn = async (): Promise<void> => {
    const done = await save.run({ kind: 'practice', on: !on, expectedRevision: profile.revision });
    if (!done.ok) return;
    const said = t(done.value.on ? 'profile.turnedOn' : 'profile.turnedOff');
    toast({ text: [said, filled(done.value)].filter(Boolean).join(' ') });
  };
  return (
    <Sheet
      title={t('profile.practiceTitle')}
      aside={
        <Chip tone={on ? 'ok' : 'plain'} icon={on ? 'check' : 'planned'}>
          {t(on ? 'profile.on' : 'profile.off')}
        </Chip>
      }
      stacked
    >
      <p>{t('profile.practice')}</p>
      {on && <ProfileFacts profile={profile} />}
      {on && <OwnerBeside profile={profile} />}
      <FailureNote failure={save.failure} />
      <div className="row-of">
        <Button primary={!on} busy={save.busy} onPress={() => void turn()}>
          {t(on ? 'profile.turnOff' : 'profile.practiceOn')}
        </Button>
      </div>
    </Sheet>
  );
}
