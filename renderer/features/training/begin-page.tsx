// A new training begins with who follows it. Continuing makes a draft for each; from then on every field saves itself.

import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useEmployerId } from '../../app-state.ts';
import { useAct, useCall } from '../../calls.ts';
import { ServiceNote } from '../../shell/service-note.tsx';
import { Button } from '../../ui/button.tsx';
import { RadioGroup, SelectField } from '../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { mostAtOnce } from './chosen-ids.ts';
import { remember, useRoomMemory } from './room-memory.ts';
import { useBusinessDate, useRoomYear, yearChoices } from './room-year.ts';
import './training.css';
import { RoomTabs } from './room-head.tsx';
import { WorkerPicker } from './worker-picker.tsx';

export default function NewPage() {
  const { t } = useTranslation('training');
  const paste = useTranslation('training-paste').t;
  const [, go] = useLocation();
  const today = useBusinessDate();
  const employerId = useEmployerId();
  const memory = useRoomMemory();
  const [workers, setWorkers] = useState(memory.forWorkers);
  const [year, setYear] = useState(useRoomYear());
  const [attempt, setAttempt] = useState(0);
  const add = useAct('training.add');
  // Of the one worker who was chosen; for several, the last of the employer.
  const workerId = workers.length === 1 ? (workers[0] ?? null) : null;
  const latest = useCall('training.list', { employerId, workerId, sort: '-updated', pageSize: 1 });
  const asked = useCall('training.get', { id: memory.copyOf ?? '' }, { enabled: memory.copyOf !== null });
  const copied = memory.copyOf === null ? latest.data?.rows[0] : asked.data;
  const [start, setStart] = useState<'empty' | 'copy'>(memory.copyOf === null ? 'empty' : 'copy');
  const problem =
    workers.length === 0
      ? t('newPage.nobody')
      : workers.length > mostAtOnce
        ? t('tooMany', { count: mostAtOnce })
        : undefined;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (problem !== undefined) return;
    const fields = start === 'copy' && copied !== undefined ? copied.fields : {};
    const result = await add.run({ workerIds: workers, year, fields });
    if (!result.ok) return;
    const { ids } = result.value;
    remember({ together: ids, copyOf: null, forWorkers: [], year });
    go(ids.length === 1 ? `/training/${ids[0]}` : '/training/together', { replace: true });
  };
  const wrong = attempt > 0 ? problem : undefined;
  return (
    <Page
      title={t('newPage.title')}
      lead={t('newPage.lead')}
      reading
      acts={
        <LinkButton to="/training/paste" icon="paste">
          {paste('open')}
        </LinkButton>
      }
    >
      <ServiceNote />
      <RoomTabs year={year} current="/training/new" />
      <Sheet label={t('newPage.title')}>
        <form className="form" noValidate onSubmit={(event) => void submit(event)}>
          <ErrorSummary
            problems={problem === undefined ? [] : [{ name: 'workers', message: problem }]}
            attempt={attempt}
          />
          <div className="choices">
            <WorkerPicker chosen={workers} onChange={setWorkers} error={wrong} />
          </div>
          <SelectField
            name="year"
            label={t('newPage.year')}
            hint={t('newPage.yearHint')}
            choices={yearChoices(today, [], year).map((one) => ({ value: String(one), label: String(one) }))}
            value={String(year)}
            onChange={(event) => setYear(Number(event.target.value))}
          />
          {copied !== undefined && copied.fields.title !== '' && (
            <RadioGroup
              name="start"
              label={t('newPage.from')}
              choices={[
                { value: 'empty', label: t('newPage.empty') },
                { value: 'copy', label: t('newPage.copy', { title: copied.fields.title }) },
              ]}
              value={start}
              onChange={setStart}
            />
          )}
          <FailureNote failure={add.failure} />
          <div className="wizard-acts">
            <Button primary type="submit" next busy={add.busy}>
              {t('newPage.go', { count: workers.length })}
            </Button>
            <LinkButton to="/training" plain>
              {t('edit.back')}
            </LinkButton>
          </div>
        </form>
      </Sheet>
    </Page>
  );
}
