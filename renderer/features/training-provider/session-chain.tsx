// Every sending of a session: filed, corrected, withdrawn; who did it, what changed, and under which hashes.
import { useTranslation } from 'react-i18next';
import type { SendingStep } from '../../../preload/contract/training-provider.ts';
import { useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { ChangeList } from '../outbox/change-words.tsx';
import { ResultStateChip } from '../outbox/state-chip.tsx';

export function SessionChain({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation('training-provider');
  const steps = useCall('provider.chain', { id: sessionId }).data?.steps ?? [];
  if (steps.length === 0) return null;
  return (
    <Sheet title={t('chain.title')} stacked>
      <ol className="record-list">
        {steps.map((step) => (
          <SendingLine key={step.id} step={step} />
        ))}
      </ol>
    </Sheet>
  );
}

function SendingLine({ step }: { step: SendingStep }) {
  const { t } = useTranslation('training-provider');
  const { t: plan } = useTranslation('outbox-plan');
  const formats = useFormats();
  return (
    <li>
      <span className="record-title">{t(`chain.${step.kind}`)}</span>
      {step.state === 'notTaken' ? t('chain.notTaken') : <ResultStateChip state={step.state} />}
      <p className="quiet-text">
        {[
          formats.moment(step.at),
          ...(step.kind === 'withdrawn' ? [] : [t('chain.participants', { count: step.participants })]),
          ...(step.preparedBy === '' ? [] : [plan('chain.by', { name: step.preparedBy })]),
          ...(step.approvedBy === '' ? [] : [plan('chain.approvedBy', { name: step.approvedBy })]),
        ].join(', ')}
      </p>
      <ChangeList changes={step.changes} />
      <p className="hash">{plan('chain.request', { hash: step.requestHash })}</p>
      {step.answerHash !== null && <p className="hash">{plan('chain.receipt', { hash: step.answerHash })}</p>}
    </li>
  );
}
