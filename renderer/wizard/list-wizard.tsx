// Wizard: a list from file to done. Nothing changes before the last button; what was staged can be resumed.
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure.tsx';
import { ListColumns } from '../ui/list-columns.tsx';
import { ListPreview } from '../ui/list-preview.tsx';
import type { List } from '../ui/use-list.ts';
import { Wizard, type WizardStep } from './wizard.tsx';
import '../ui/list-import.css';

type ListWizardProps<F extends string, C> = {
  title: string;
  list: List<F, C>;
  /** Several sheets may belong to one list. */
  several: boolean;
  choices: readonly { value: F; label: string }[];
  columnsLead: string;
  /** `resume` begins the wizard anew, at the columns of what was staged before; false where it is gone. */
  source: (resume: (importId: string) => Promise<boolean>) => ReactNode;
  problems: ReactNode;
  check: ReactNode;
  /** Names the last act; null where it would do nothing. */
  act: string | null;
  receipt: ReactNode;
  receiptActs: ReactNode;
  /** Where breaking off leads. */
  home: string;
  above?: ReactNode;
  /** Below every step, such as how far reading is. */
  progress?: ReactNode;
};

export function ListWizard<F extends string, C>(props: ListWizardProps<F, C>) {
  const { title, list, several, choices, columnsLead, act, home, above, progress } = props;
  const { t } = useTranslation('lists');
  const [, go] = useLocation();
  const [begin, setBegin] = useState({ run: 0, at: 'source' });
  const resume = async (importId: string): Promise<boolean> => {
    const resumed = await list.resume(importId);
    if (resumed) setBegin(({ run }) => ({ run: run + 1, at: 'columns' }));
    return resumed;
  };
  const { preview } = list;
  const cancel = (
    <Button
      onPress={() => {
        void list.cancel();
        go(home);
      }}
    >
      {t('cancel')}
    </Button>
  );
  const step = (id: 'source' | 'preview' | 'columns' | 'problems' | 'check', content: ReactNode) => ({
    id,
    title: t(`steps.${id}`),
    content: (
      <>
        {content}
        {progress}
      </>
    ),
    ...(id === 'source' ? {} : { acts: cancel }),
  });
  const steps: WizardStep[] = [
    {
      ...step(
        'source',
        <>
          {props.source(resume)}
          <FailureNote failure={list.failure} />
        </>,
      ),
      onContinue: list.open,
    },
    ...(preview === null && begin.at === 'columns'
      ? []
      : [
          {
            ...step(
              'preview',
              preview !== null && (
                <>
                  <ListPreview
                    several={several}
                    preview={preview}
                    sheets={list.sheets}
                    onSheets={list.setSheets}
                    headingLine={list.headingLine}
                    onHeadingLine={list.setHeadingLine}
                    onReread={(reading) => void list.reread(reading)}
                  />
                  <FailureNote failure={list.failure} />
                </>
              ),
            ),
            onContinue: list.stage,
          },
        ]),
    {
      ...step(
        'columns',
        <>
          <h1>{t('columns.question')}</h1>
          <p className="lead">{columnsLead}</p>
          <ListColumns
            label={t('steps.columns')}
            columns={list.columns}
            fields={list.fields}
            choices={choices}
            onChange={list.setFields}
            wrong={list.problems.map(({ name }) => name)}
          />
        </>,
      ),
      onContinue: list.match,
    },
    { ...step('problems', props.problems), onContinue: list.judge },
    {
      ...step('check', props.check),
      onContinue: list.apply,
      withoutContinue: act === null,
      ...(act === null ? {} : { continueLabel: act }),
    },
    {
      id: 'done',
      title: t('steps.done'),
      final: true,
      withoutContinue: true,
      content: props.receipt,
      acts: props.receiptActs,
    },
  ];
  return <Wizard key={begin.run} title={title} steps={steps} startAt={begin.at} above={above} />;
}
