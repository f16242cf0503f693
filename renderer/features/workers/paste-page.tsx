// Workers pasted from a spreadsheet: read, corrected in place, and only then added.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEmployerId } from '../../app-state.ts';
import { useAct } from '../../calls.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Note } from '../../ui/note.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Receipt } from '../../wizard/receipt.tsx';
import { type StepOutcome, Wizard } from '../../wizard/wizard.tsx';
import { EmployerField } from './employer-field.tsx';
import { checkedRows, inputsOf, type PastedRow, rowsFrom } from './pasted-form.ts';
import { PastedRows } from './pasted-rows.tsx';
import { todayInBrussels } from './worker-form.ts';

export default function PastePage() {
  const { t } = useTranslation('workers');
  const inHand = useEmployerId();
  const read = useAct('worker.readPaste');
  const add = useAct('worker.addMany');
  const [chosen, setChosen] = useState<string | null>(null);
  const employerId = chosen ?? inHand;
  const [text, setText] = useState('');
  const [rows, setRows] = useState<PastedRow[]>([]);
  const [dropped, setDropped] = useState(0);
  const [done, setDone] = useState({ added: 0, alreadyThere: 0 });
  const [missing, setMissing] = useState<string[]>([]);

  const readText = async (): Promise<StepOutcome> => {
    const problems = [
      ...(employerId === null || employerId === ''
        ? [{ name: 'employerId', message: t('fields.chooseEmployer') }]
        : []),
      ...(text.trim() === '' ? [{ name: 'pasted', message: t('paste.nothing') }] : []),
    ];
    setMissing(problems.map((problem) => problem.name));
    if (problems.length > 0 || employerId === null) return { kind: 'problems', problems };
    const result = await read.run({ employerId, text });
    if (!result.ok) return { kind: 'failed', failure: result.failure };
    if (result.value.rows.length === 0)
      return { kind: 'problems', problems: [{ name: 'pasted', message: t('paste.nothing') }] };
    setRows(rowsFrom(result.value.rows));
    setDropped(result.value.dropped);
    return { kind: 'on' };
  };

  const checked = checkedRows(rows, todayInBrussels());
  const good = checked.filter((row) => row.state === 'good');
  const skipped = checked.filter((row) => row.state === 'skipped').length;
  const addRows = async (): Promise<StepOutcome> => {
    if (employerId === null || good.length === 0)
      return { kind: 'problems', problems: [{ name: 'row-0', message: t('paste.noGood') }] };
    const result = await add.run({ employerId, rows: inputsOf(good) });
    if (!result.ok) return { kind: 'failed', failure: result.failure };
    setDone(result.value);
    return { kind: 'on' };
  };

  return (
    <Wizard
      title={t('paste.title')}
      steps={[
        {
          id: 'text',
          title: t('paste.steps.text'),
          content: (
            <>
              <h1>{t('paste.question')}</h1>
              <p>{t('paste.lead')}</p>
              <EmployerField
                value={employerId}
                onChange={setChosen}
                error={missing.includes('employerId') && !employerId ? t('fields.chooseEmployer') : undefined}
              />
              <TextField
                name="pasted"
                label={t('paste.label')}
                hint={t('paste.hint')}
                lines={10}
                maxLength={60_000}
                value={text}
                onChange={(event) => setText(event.target.value)}
                {...(missing.includes('pasted') && text.trim() === '' ? { error: t('paste.nothing') } : {})}
              />
            </>
          ),
          onContinue: readText,
        },
        {
          id: 'rows',
          title: t('paste.steps.rows'),
          content: (
            <>
              <h1>{t('paste.found', { count: rows.length })}</h1>
              <p>{t('paste.foundLead', { good: good.length, bad: checked.length - good.length })}</p>
              {dropped > 0 && <Note tone="warn">{t('paste.dropped', { count: dropped })}</Note>}
              <PastedRows rows={checked} onChange={setRows} />
            </>
          ),
          onContinue: addRows,
          continueLabel: t('paste.act', { count: good.length }),
        },
        {
          id: 'done',
          title: t('paste.steps.done'),
          final: true,
          withoutContinue: true,
          content: (
            <Receipt
              title={t('paste.done', { count: done.added })}
              what={t('paste.doneWhat', {
                there: done.alreadyThere + skipped,
                left: checked.length - good.length - skipped,
              })}
              next={[t('paste.next')]}
            />
          ),
          acts: (
            <LinkButton to="/workers" primary>
              {t('paste.toWorkers')}
            </LinkButton>
          ),
        },
      ]}
    />
  );
}
