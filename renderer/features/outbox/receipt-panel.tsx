// One receipt in full: both hashes, whether they are what is kept today, and where its chain stands.
import { useTranslation } from 'react-i18next';
import type { Receipt, ReceiptProof } from '../../../preload/contract/outbox-plan.ts';
import { useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { type Fact, Facts } from '../../ui/facts.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Note } from '../../ui/note.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Loading } from '../../ui/states.tsx';
import { ResultStateChip } from './state-chip.tsx';

type ReceiptPanelProps = { receipt: Receipt; onClose: () => void };

export function ReceiptPanel({ receipt, onClose }: ReceiptPanelProps) {
  const { t } = useTranslation(['outbox', 'outbox-plan']);
  const formats = useFormats();
  const named = (label: string, value: string): Fact[] => (value === '' ? [] : [{ label, value }]);
  const hash = (label: string, value: string): Fact => ({
    label,
    value: <span className="hash">{value}</span>,
  });
  return (
    <Sheet
      title={receipt.workerName || receipt.title}
      aside={
        <>
          {receipt.year} <Button small plain icon="cross" label={t('outbox:panel.close')} onPress={onClose} />
        </>
      }
      stacked
    >
      <Facts
        facts={[
          { label: t('outbox:panel.state'), value: <ResultStateChip state={receipt.state} /> },
          { label: t('outbox-plan:receipts.kind'), value: t(`outbox-plan:receipts.kinds.${receipt.kind}`) },
          {
            label: t(
              receipt.channel === 'employer' ? 'outbox:panel.employer' : 'outbox-plan:receipts.provider',
            ),
            value: receipt.employerName,
          },
          ...named(
            t('outbox-plan:receipts.employers'),
            receipt.employers.map((number) => formats.enterpriseNumber(number)).join(', '),
          ),
          { label: t('outbox:panel.answered'), value: formats.moment(receipt.answeredAt) },
          ...named(t('outbox-plan:approval.preparedBy'), receipt.preparedBy),
          ...named(t('outbox-plan:approval.approvedBy'), receipt.approvedBy),
          hash(t('outbox-plan:receipts.request'), receipt.requestHash),
          hash(t('outbox-plan:receipts.answer'), receipt.answerHash),
        ]}
      />
      <Proof key={receipt.id} id={receipt.id} />
      {receipt.sessionId !== null && (
        <LinkButton small next to={`/training/sessions/${receipt.sessionId}`}>
          {t('outbox-plan:receipts.toSession')}
        </LinkButton>
      )}
    </Sheet>
  );
}

const ends = {
  matches: { tone: 'ok', icon: 'check-ring' },
  differs: { tone: 'bad', icon: 'refused' },
  erased: { tone: 'plain', icon: 'history' },
  lost: { tone: 'warn', icon: 'unknown' },
} as const;

/** Computed anew each time it is looked at. */
function Proof({ id }: { id: string }) {
  const { t } = useTranslation('outbox-plan');
  const proof = useCall('outbox.verifyReceipt', { id });
  if (proof.data === undefined)
    return proof.error === null ? <Loading /> : <FailureNote failure={proof.error} />;
  const chip = (end: ReceiptProof['request']) => <Chip {...ends[end]}>{t(`receipts.ends.${end}`)}</Chip>;
  const { request, answer, history } = proof.data;
  const bad = [request, answer, history].includes('differs');
  return (
    <div>
      <h3>{t('receipts.proof')}</h3>
      <Facts
        facts={[
          { label: t('receipts.proofOf.request'), value: chip(request) },
          { label: t('receipts.proofOf.answer'), value: chip(answer) },
          { label: t('receipts.proofOf.history'), value: chip(history) },
        ]}
      />
      {bad && (
        <Note tone="bad" icon="refused">
          {t('receipts.differs')}
        </Note>
      )}
    </div>
  );
}
