// Problems that stand in several rows, of one list or of many: put right once for all of them, with a way back.
import { type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SameProblem } from '../../../preload/contract/training-lists.ts';
import type { TrainingImportField } from '../../../preload/rules/training/import-fields.ts';
import { useAct, useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote, useFailureSentence } from '../../ui/failure.tsx';
import { ListCell } from '../../ui/list-cell.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useImportWords } from './import-words.ts';

/** `onChanged`: rows were changed; whoever shows them reads them again and keeps the focus, which was on what was pressed. */
type Changed = { onChanged: (pressed: Element | null) => void };

export function ManySame({ heading, onChanged }: Changed & { heading: Ref<HTMLSpanElement> }) {
  const { t } = useTranslation('training-lists');
  const groups = useCall('trainingLists.same', {}, { keepPrevious: true }).data?.groups ?? [];
  if (groups.length === 0) return null;
  return (
    <Sheet
      title={
        <span ref={heading} tabIndex={-1}>
          {t('same.title')}
        </span>
      }
      aside={t('same.what')}
      flush
    >
      {groups.map((group) => (
        <Same key={keyOf(group)} group={group} onChanged={onChanged} />
      ))}
    </Sheet>
  );
}

const keyOf = ({ problem: { rule, field, params } }: SameProblem): string =>
  JSON.stringify([rule, field, params ?? null]);

function Same({ group, onChanged }: Changed & { group: SameProblem }) {
  const { t } = useTranslation('training-lists');
  const words = useImportWords();
  const toast = useToast();
  const sentence = useFailureSentence();
  const fix = useAct('trainingLists.fixSame');
  const undo = useAct('trainingLists.undoFix');
  const { problem, field, text, rows, lists } = group;
  const [typed, setTyped] = useState(text);
  const where = t('same.where', { rows, lists });
  const { title, remedy } = words.sentence(problem);
  const why = `same-${keyOf(group).replace(/[^\w-]+/g, '-')}`;
  const takeBack = async (fixId: string): Promise<void> => {
    const pressed = document.activeElement;
    const undone = await undo.run({ fixId });
    toast(
      undone.ok
        ? { text: t('same.undone', { count: undone.value.rows }) }
        : { text: sentence(undone.failure), tone: 'bad' },
    );
    onChanged(pressed);
  };
  const put = async (
    what: { values: { field: TrainingImportField; text: string }[] } | { leftOut: true },
  ) => {
    const pressed = document.activeElement;
    const result = await fix.run({ problem, ...what });
    if (!result.ok) return;
    const { fixId, rows: count } = result.value;
    toast({
      text: t('same.done', { count }),
      act: { label: t('same.undo'), onAct: () => void takeBack(fixId) },
    });
    onChanged(pressed);
  };
  return (
    <section className="import-row" aria-label={`${words.about(problem)}${title}`}>
      <div className="import-row-head">
        <strong>{where}</strong>
      </div>
      <p id={why}>
        <strong>
          {words.about(problem)}
          {title}
        </strong>{' '}
        {remedy} <span className="number faint-text">{problem.rule}</span>
      </p>
      <div className="import-cells">
        <ListCell
          field={field}
          label={words.fieldName(field)}
          look={words.look(field)}
          place={where}
          text={text}
          asRead={text}
          wrong={problem.severity === 'blocking'}
          why={why}
          onLeave={setTyped}
        />
        <Button
          small
          icon="check"
          busy={fix.busy}
          blocked={typed === text ? t('same.typeFirst') : null}
          onPress={() => void put({ values: [{ field, text: typed }] })}
        >
          {t('same.put', { count: rows })}
        </Button>
        <Button small plain busy={fix.busy} onPress={() => void put({ leftOut: true })}>
          {t('same.leaveOut', { count: rows })}
        </Button>
      </div>
      <FailureNote failure={fix.failure} />
    </section>
  );
}
