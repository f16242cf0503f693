// The workbench: a message is built or pasted, signed, checked, sent and its answer explained. Every step can be taken by itself.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CbssOutcome } from '../../../../preload/contract/cbss-answer.ts';
import type { Inspection } from '../../../../preload/contract/cbss-workbench.ts';
import { Page } from '../../../ui/page.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { CbssTabs } from '../cbss-tabs.tsx';
import { OutcomeView } from '../outcome-view.tsx';
import { RightGate } from '../right-gate.tsx';
import { BuildForm } from './build-form.tsx';
import { putOnBench, useBenchMessage } from './in-hand.ts';
import { InspectionView } from './inspection-view.tsx';
import { MessageSheet } from './message-sheet.tsx';
import '../cbss.css';

export type BenchResult =
  | { kind: 'inspection'; inspection: Inspection; signed: boolean }
  | { kind: 'outcome'; outcome: CbssOutcome; tries?: number; milliseconds?: number };

export default function WorkbenchPage() {
  const { t } = useTranslation('cbss');
  return (
    <Page title={t('workbench.title')} lead={t('workbench.lead')}>
      <CbssTabs />
      <RightGate right={null}>
        <Bench />
      </RightGate>
    </Page>
  );
}

function Bench() {
  const { t } = useTranslation('cbss');
  const message = useBenchMessage();
  const [result, setResult] = useState<BenchResult | null>(null);
  const place = useRef<HTMLDivElement>(null);
  // What was found stands below what is in view.
  useEffect(() => {
    if (result !== null) place.current?.focus();
  }, [result]);
  const write = (text: string): void => {
    setResult(null);
    putOnBench(text);
  };
  const title = t(result?.kind === 'outcome' ? 'workbench.answered' : 'workbench.found');
  return (
    <>
      <details className="folded sheet" open={message === ''}>
        <summary>{t('workbench.build')}</summary>
        <div className="sheet-body">
          <BuildForm onBuilt={write} />
        </div>
      </details>
      <MessageSheet text={message} onText={write} onResult={setResult} />
      {result !== null && (
        // biome-ignore lint/a11y/useSemanticElements: a part that takes the focus, not a set of fields
        <div ref={place} tabIndex={-1} role="group" aria-label={title}>
          <Sheet title={title} stacked>
            {result.kind === 'inspection' ? (
              <InspectionView inspection={result.inspection} signed={result.signed} />
            ) : (
              <OutcomeView {...result} />
            )}
          </Sheet>
        </div>
      )}
    </>
  );
}
