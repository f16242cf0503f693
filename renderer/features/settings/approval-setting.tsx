// Whether a second person approves what is sent from this environment.
import { useTranslation } from 'react-i18next';
import { useAct, useCall } from '../../calls.ts';
import { CheckboxField } from '../../ui/choice-fields.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ApproversSheet } from '../outbox/approvers-sheet.tsx';

export function ApprovalSetting() {
  const { t } = useTranslation('outbox-plan');
  const status = useCall('outbox.status', {}).data;
  const requireApproval = useAct('outbox.requireApproval');
  if (status === undefined) return null;
  return (
    <>
      <Sheet title={t('approval.settings.title')} stacked>
        <FailureNote failure={requireApproval.failure} />
        <CheckboxField
          name="approval"
          label={t('approval.settings.label')}
          hint={t('approval.settings.hint')}
          checked={status.approvalRequired}
          onChange={(event) => void requireApproval.run({ required: event.target.checked })}
        />
      </Sheet>
      {status.approvalRequired && <ApproversSheet required={status.approvalRequired} />}
    </>
  );
}
