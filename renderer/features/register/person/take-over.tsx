// Takes the names of the authentic source over in the worker's data, for every client, with a way back.
import { useTranslation } from 'react-i18next';
import type { Worker } from '../../../../preload/contract/employers.ts';
import type { LocalDate } from '../../../../preload/contract/values.ts';
import { namesAsKept } from '../../../../preload/rules/register/compare-identity.ts';
import { useAct, useCall } from '../../../calls.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { differs } from './identity-differences.ts';
import type { RegisterPerson } from './person-page.tsx';

type TakeOverProps = { person: RegisterPerson; identity: NonNullable<RegisterPerson['identity']> };

export function TakeOver({ person, identity }: TakeOverProps) {
  const { t } = useTranslation('register');
  const toast = useToast();
  const update = useAct('worker.update');
  const found = useCall('worker.list', { text: person.insz, pageSize: 50 }).data?.rows ?? [];
  const worker = found.find(({ personId }) => personId === person.personId);
  const before = { familyName: person.familyName, givenName: person.givenName };
  const lastDiffers = differs('lastName', before.familyName, identity.lastName);
  const givenDiffers = differs('givenName', before.givenName, identity.givenNames);
  if ((!lastDiffers && !givenDiffers) || worker === undefined) return null;
  // What says the same in another way stays as the clerk wrote it.
  const said = namesAsKept(identity);
  const names = {
    familyName: lastDiffers ? said.familyName : before.familyName,
    givenName: givenDiffers ? said.givenName : before.givenName,
  };
  const put = (expectedRevision: number, name: Pick<Worker, 'familyName' | 'givenName'>) => {
    const { id, language, startDate, endDate, employmentHundredths } = worker;
    return update.run({
      ...{ id, expectedRevision, language, employmentHundredths },
      ...{ startDate: startDate as LocalDate, endDate: endDate as LocalDate | null },
      ...name,
    });
  };
  const take = async (): Promise<void> => {
    const done = await put(worker.revision, names);
    if (done.ok)
      toast({
        text: t('identity.taken'),
        act: { label: t('acts.undo'), onAct: () => void put(worker.revision + 1, before) },
      });
  };
  return (
    <>
      <FailureNote failure={update.failure} />
      <div className="row-of">
        <Button small icon="check" busy={update.busy} onPress={() => void take()}>
          {t('identity.takeOver')}
        </Button>
      </div>
    </>
  );
}
