// The facts of one environment as a form: what a person enters stands in place of what the program came with.
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { useAct, useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { ErrorState, FailureNote } from '../../ui/failure.tsx';
import { Note } from '../../ui/note.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Loading } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useWizardDraft } from '../connection/wizard-drafts.ts';
import { FactFields } from './fact-fields.tsx';

type Problem = CallOutput<'goLive.save'>['problems'][number];
type Draft = {
  typed: Readonly<Record<string, string>>;
  /** Hosts in the file that was read that are not the authority's. */
  elsewhere: string[];
};
const noDraft: Draft = { typed: {}, elsewhere: [] };

export function FactsForm({ environment }: { environment: string }) {
  const { t } = useTranslation('going-live');
  const formats = useFormats();
  const toast = useToast();
  const facts = useCall('goLive.show', { environment });
  const save = useAct('goLive.save');
  const reset = useAct('goLive.reset');
  const pick = useAct('file.pick');
  const read = useAct('goLive.readFile');
  const check = useAct('goLive.check');
  const { draft, put } = useWizardDraft(`going-live ${environment}`, noDraft);
  const { typed, elsewhere } = draft;
  const [resumed] = useState(Object.keys(typed).length > 0);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const saveButton = useRef<HTMLButtonElement>(null);
  const [asked, setAsked] = useState<'otherDomain' | 'reset' | null>(null);
  if (facts.data === undefined)
    return (
      <Sheet label={t('title')} flush>
        {facts.error === null ? <Loading lines={8} /> : <ErrorState failure={facts.error} />}
      </Sheet>
    );
  const { rows, changed } = facts.data;
  const changes = rows.flatMap((row) => {
    const value = typed[row.name];
    if (value === undefined || value.trim() === (row.entered ?? '')) return [];
    return [{ name: row.name, value: value.trim() === '' ? null : value.trim() }];
  });
  const keep = async (): Promise<void> => {
    setAsked(null);
    if (changes.length === 0) {
      toast({ text: t('nothing') });
      return;
    }
    const result = await save.run({ environment, changes });
    if (!result.ok) return;
    const found = result.value.problems;
    setProblems(found);
    setAttempt((count) => count + 1);
    if (!result.value.saved) return;
    put(noDraft);
    await facts.refetch();
    toast({ text: t('saved') });
  };
  /** Judges the field that was left; how it goes with others is judged when they are saved together. */
  const leave = async (name: string): Promise<void> => {
    const left = changes.filter((change) => change.name === name);
    const judged = left.length === 0 ? null : await check.run({ environment, changes: left });
    if (judged?.ok === false) return;
    const found = (judged?.value.problems ?? []).filter(({ rule }) => rule !== 'hostsDiffer');
    setProblems((before) => [...before.filter((problem) => problem.name !== name), ...found]);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const named = elsewhere.filter((host) =>
      changes.some(({ value }) => value?.toLowerCase().includes(host)),
    );
    if (named.length > 0) setAsked('otherDomain');
    else void keep();
  };
  const load = async (): Promise<void> => {
    const picked = await pick.run({ purpose: 'addresses' });
    if (!picked.ok) return;
    const found = await read.run({ environment, selectionId: picked.value.selectionId });
    if (!found.ok) return;
    put({
      typed: Object.fromEntries(found.value.changes.map(({ name, value }) => [name, value ?? ''])),
      elsewhere: found.value.elsewhere,
    });
    setProblems(found.value.problems);
    setAttempt((count) => count + 1);
    toast({ text: t('loaded', { count: found.value.changes.length }) });
  };
  const back = async (): Promise<void> => {
    const done = await reset.run({ environment });
    setAsked(null);
    if (!done.ok) return;
    put(noDraft);
    setProblems([]);
    await facts.refetch();
    // The button that was pressed goes with what it took back.
    saveButton.current?.focus();
    toast({ text: t('resetDone') });
  };
  const picking = pick.failure?.code === 'fileNotChosen' ? null : pick.failure;
  const shownProblems = problems.map(({ name, rule }) => ({ name, message: t(`rules.${rule}`) }));
  return (
    <form className="panel" noValidate onSubmit={submit}>
      <ErrorSummary problems={shownProblems} attempt={attempt} />
      <Note>
        {changed === null
          ? t('unchanged')
          : t('changed', { moment: formats.moment(changed.at), by: changed.by })}
      </Note>
      {resumed && changes.length > 0 && <Note tone="warn">{t('resumed', { count: changes.length })}</Note>}
      <FactFields
        rows={rows}
        typed={typed}
        problems={shownProblems}
        onType={(name, value) => put({ typed: { ...typed, [name]: value } })}
        onLeave={(name) => void leave(name)}
      />
      <FailureNote failure={save.failure ?? reset.failure ?? read.failure ?? picking} />
      <div className="wizard-acts">
        <Button ref={saveButton} type="submit" primary busy={save.busy}>
          {t('save')}
        </Button>
        <Button icon="file" busy={pick.busy || read.busy} onPress={() => void load()}>
          {t('load')}
        </Button>
        {changed !== null && <Button onPress={() => setAsked('reset')}>{t('reset')}</Button>}
      </div>
      <ConfirmDialog
        open={asked === 'otherDomain'}
        onClose={() => setAsked(null)}
        title={t('otherTitle')}
        act={t('otherAct')}
        danger
        busy={save.busy}
        onAct={() => void keep()}
      >
        <p>{t('otherWhat')}</p>
        <p className="address">{elsewhere.join(', ')}</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'reset'}
        onClose={() => setAsked(null)}
        title={t('reset')}
        act={t('reset')}
        danger
        busy={reset.busy}
        onAct={() => void back()}
      >
        <p>{t('resetWhat')}</p>
      </ConfirmDialog>
    </form>
  );
}
