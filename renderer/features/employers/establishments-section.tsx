// On the page of an employer: its establishment units.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Employer } from '../../../preload/contract/employers.ts';
import { checkEstablishment } from '../../../preload/rules/employers/check-mandate-draft.ts';
import { useAct, useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FailureNote, useFailureSentence } from '../../ui/failure.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Note } from '../../ui/note.tsx';
import { useFindingProblems } from '../../ui/people-findings.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';

type Unit = { id: string; number: string; name: string };

export function EstablishmentsSection({ employer }: { employer: Employer }) {
  const { t } = useTranslation('routes');
  const formats = useFormats();
  const toast = useToast();
  const sentence = useFailureSentence();
  const list = useCall('establishment.list', { employerId: employer.id });
  const remove = useAct('establishment.remove');
  const add = useAct('establishment.add');
  const [open, setOpen] = useState<Unit | 'new' | null>(null);
  const rows = list.data?.rows ?? [];
  const takeOff = async ({ id, number, name }: Unit): Promise<void> => {
    const result = await remove.run({ id });
    if (!result.ok) return toast({ text: sentence(result.failure), tone: 'bad' });
    const again = () => void add.run({ employerId: employer.id, number, name });
    return toast({
      text: t('establishments.removed', { name }),
      act: { label: t('mandate.undo'), onAct: again },
    });
  };
  return (
    <Sheet title={t('establishments.title')} flush>
      <div className="sheet-body">
        <Button small icon="plus" onPress={() => setOpen('new')}>
          {t('establishments.add')}
        </Button>
      </div>
      {list.data !== undefined && rows.length === 0 ? (
        <Empty slim icon="building" title={t('establishments.none')} />
      ) : (
        <ul>
          {rows.map((unit) => (
            <li key={unit.id} className="task">
              <span className="number">{formats.establishmentNumber(unit.number)}</span>
              <div className="what">{unit.name}</div>
              <div className="do">
                <Menu
                  label={t('mandate.menu')}
                  about={unit.name}
                  acts={[
                    { id: 'change', label: t('establishments.change'), onAct: () => setOpen(unit) },
                    { id: 'remove', label: t('establishments.remove'), onAct: () => void takeOff(unit) },
                  ]}
                />
              </div>
            </li>
          ))}
        </ul>
      )}
      {open !== null && (
        <UnitDialog
          employerId={employer.id}
          unit={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </Sheet>
  );
}

type UnitDialogProps = { employerId: string; unit: Unit | null; onClose: () => void };

function UnitDialog({ employerId, unit, onClose }: UnitDialogProps) {
  const { t } = useTranslation(['routes', 'shell']);
  const formats = useFormats();
  const toast = useToast();
  const problemsOf = useFindingProblems();
  const add = useAct('establishment.add');
  const update = useAct('establishment.update');
  const [number, setNumber] = useState(unit === null ? '' : formats.establishmentNumber(unit.number));
  const [name, setName] = useState(unit?.name ?? '');
  const [attempt, setAttempt] = useState(0);
  const problems = problemsOf(checkEstablishment({ number, name }));
  const wiring = (field: string) => {
    const error = attempt > 0 ? problems.find((problem) => problem.name === field)?.message : undefined;
    return { name: field, ...(error === undefined ? {} : { error }) };
  };
  const failure = add.failure ?? update.failure;
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (problems.length > 0) return;
    const fields = { number, name: name.trim() };
    const result =
      unit === null ? await add.run({ employerId, ...fields }) : await update.run({ id: unit.id, ...fields });
    if (!result.ok) return;
    toast({ text: t('establishments.saved', { name: fields.name }) });
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={unit === null ? t('establishments.add') : unit.name}>
      <form className="form" noValidate onSubmit={(event) => void save(event)}>
        <ErrorSummary problems={attempt > 0 ? problems : []} attempt={attempt} />
        <TextField
          {...wiring('number')}
          label={t('establishments.number')}
          hint={t('establishments.numberHint')}
          short
          number
          maxLength={32}
          value={number}
          onChange={(event) => setNumber(event.target.value)}
        />
        <TextField
          {...wiring('name')}
          label={t('establishments.name')}
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        {failure?.details?.['employer'] === undefined ? (
          <FailureNote failure={failure} />
        ) : (
          <div role="alert">
            <Note tone="bad">
              {t('establishments.taken', { employer: String(failure.details['employer']) })}
            </Note>
          </div>
        )}
        <div className="acts">
          <Button onPress={onClose}>{t('shell:notNow')}</Button>
          <Button primary type="submit" busy={add.busy || update.busy}>
            {t('establishments.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
