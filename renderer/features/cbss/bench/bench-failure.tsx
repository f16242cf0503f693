// Why a message was not signed or sent: what stands against it in its own words, any other failure as everywhere.
import { useTranslation } from 'react-i18next';
import { guardSchema } from '../../../../preload/contract/cbss-workbench.ts';
import type { Failure } from '../../../../preload/contract/result.ts';
import { FailureNote } from '../../../ui/failure.tsx';
import { Note } from '../../../ui/note.tsx';

const refusals = ['otherOperation', 'ticket', 'schema', 'value', 'timestamp', 'isRequest'] as const;

export function BenchFailure({ failure }: { failure: Failure | null }) {
  const { t } = useTranslation('cbss');
  const reason = String(failure?.details?.['reason'] ?? failure?.details?.['rules'] ?? '');
  // A digest that differs and a value that does not fit are the same to whoever reads it.
  const refusal = refusals.find((one) => one === (reason === 'digest' ? 'value' : reason));
  const guard = guardSchema.options.find((one) => one === reason);
  if (refusal === undefined && guard === undefined) return <FailureNote failure={failure} />;
  const why =
    guard === undefined ? t(`workbench.refused.${refusal ?? 'schema'}`) : t(`workbench.guards.${guard}.why`);
  return (
    <div role="alert">
      <Note tone="bad">{t('workbench.refused.title', { why })}</Note>
    </div>
  );
}
