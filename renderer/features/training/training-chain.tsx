// What happened to one training: filed, corrected, withdrawn, taken over from a provider; who did it, what changed from what
// to what, and under which receipt.
import { useTranslation } from 'react-i18next';
import type { ChainStep } from '../../../preload/contract/outbox-plan.ts';
import { useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { ChangeList } from '../outbox/change-words.tsx';
import { ResultStateChip } from '../outbox/state-chip.tsx';

export function TrainingChain({ trainingId }: { trainingId: string }) {
  const { t } = useTranslation('outbox-plan');
  const steps = useCall('outbox.chain', { trainingId }).data?.steps ?? [];
  if (steps.length === 0) return null;
  return (
    <Sheet title={t('chain.title')} stacked>
      <ol className="record-list">
        {steps.map((step) => (
          <ChainLine key={step.id} step={step} />
        ))}
      </ol>
    </Sheet>
  );
}

function ChainLine({ step }: { step: ChainStep }) {
  const { t } = useTranslation('outbox-plan');
  const formats = useFormats();
  return (
    <li>
      <span className="record-title">{t(`chain.${step.kind}`)}</span>
      {step.result !== null && <ResultStateChip state={step.result} />}
      <p className="quiet-text">
        {[
          formats.moment(step.at),
          ...(step.preparedBy === '' ? [] : [t('chain.by', { name: step.preparedBy })]),
          ...(step.approvedBy === '' ? [] : [t('chain.approvedBy', { name: step.approvedBy })]),
        ].join(', ')}
      </p>
      <ChangeList changes={step.changed} />
      {step.reason !== '' && <p>{t('chain.reason', { reason: step.reason })}</p>}
      {step.requestHash !== null && <p className="hash">{t('chain.request', { hash: step.requestHash })}</p>}
      {step.answerHash !== null && <p className="hash">{t('chain.receipt', { hash: step.answerHash })}</p>}
    </li>
  );
}
