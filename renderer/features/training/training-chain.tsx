// What was sent of one training: filed, corrected, withdrawn, who did it and under which receipt.
import { useTranslation } from 'react-i18next';
import type { ChainStep } from '../../../preload/contract/outbox-plan.ts';
import { useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { ResultStateChip } from '../outbox/state-chip.tsx';

export function TrainingChain({ trainingId }: { trainingId: string }) {
  const { t } = useTranslation('outbox-plan');
  const steps = useCall('outbox.chain', { trainingId }).data?.steps ?? [];
  if (steps.length === 0) return null;
  return (
    <Sheet title={t('chain.title')} stacked>
      <ol className="record-list">
        {steps.map((step) => (
          <ChainLine key={step.itemId} step={step} />
        ))}
      </ol>
    </Sheet>
  );
}

function ChainLine({ step }: { step: ChainStep }) {
  const { t } = useTranslation('outbox-plan');
  const { t: training } = useTranslation('training');
  const formats = useFormats();
  const fields = step.changed.map((name) => training(`fields.${name}` as 'fields.title'));
  return (
    <li>
      <span className="record-title">{t(`chain.${step.kind}`)}</span>
      <ResultStateChip state={step.result} />
      <p className="quiet-text">
        {[
          formats.moment(step.at),
          ...(step.preparedBy === '' ? [] : [t('chain.by', { name: step.preparedBy })]),
          ...(step.approvedBy === '' ? [] : [t('chain.approvedBy', { name: step.approvedBy })]),
        ].join(', ')}
      </p>
      {fields.length > 0 && <p>{t('chain.changed', { fields: fields.join(', ') })}</p>}
      {step.answerHash !== null && <p className="hash">{t('chain.receipt', { hash: step.answerHash })}</p>}
    </li>
  );
}
