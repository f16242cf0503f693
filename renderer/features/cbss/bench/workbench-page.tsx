// The workbench: a message is built or pasted, signed, checked, sent and its answer explained. Every step can be taken by itself.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CbssOutcome } from '../../../../preload/contract/cbss-answer.ts';
import type { Inspection } from '../../../../preload/contract/cbss-workbench.ts';
import { useCall } from '../../../calls.ts';
import { TextLink } from '../../../ui/link-button.tsx';
import { Note } from '../../../ui/note.tsx';
import { Page } from '../../../ui/page.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { CbssTabs } from '../cbss-tabs.tsx';
import { OutcomeView } from '../outcome-view.tsx';
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
      <Bench />
    </Page>
  );
}

function Bench() {
  const { t } = useTranslation('cbss');
  const message = useBenchMessage();
  const profile = useCall('cbss.profile', {}).data;
  const closed = profile !== undefined && (profile.kind === null || profile.missing.length > 0);
  const blocked = closed ? t('profile.incomplete') : null;
  const [builds, setBuilds] = useState(0);
  const [building, setBuilding] = useState(message === '');
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
  // What was built is what is looked at next.
  const built = (text: string): void => {
    write(text);
    setBuilding(false);
    setBuilds((count) => count + 1);
  };
  const title = t(result?.kind === 'outcome' ? 'workbench.answered' : 'workbench.found');
  return (
    <>
      {(closed || profile?.on === false) && (
        <Note>
          <p>
            {t('workbench.off')} <TextLink to="/cbss">{t('off.go')}</TextLink>
          </p>
        </Note>
      )}
      <details
        className="folded sheet"
        open={building}
        onToggle={(event) => setBuilding(event.currentTarget.open)}
      >
        <summary>{t('workbench.build')}</summary>
        <div className="sheet-body">
          <BuildForm onBuilt={built} blocked={blocked} />
        </div>
      </details>
      <MessageSheet
        text={message}
        builds={builds}
        onText={write}
        onResult={setResult}
        noSign={blocked}
        noSend={profile?.on === false ? t('profile.off') : blocked}
      />
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
