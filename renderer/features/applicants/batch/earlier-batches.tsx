// Lists of before: opened again for their cards, gone on with, or taken away.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../preload/contract/index.ts';
import { useAct, useCall } from '../../../calls.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { Sheet } from '../../../ui/sheet.tsx';

type Row = CallOutput<'applicantBatch.list'>['rows'][number];
const mostShown = 10;

export function EarlierBatches() {
  const { t } = useTranslation('applicant-batch');
  const formats = useFormats();
  const rows = useCall('applicantBatch.list', {}).data?.rows.slice(0, mostShown) ?? [];
  const remove = useAct('applicantBatch.remove');
  const [sure, setSure] = useState<Row | null>(null);
  if (rows.length === 0) return null;
  const press = async (): Promise<void> => {
    if (sure !== null) await remove.run({ batchId: sure.id });
    setSure(null);
  };
  return (
    <Sheet title={t('earlier.title')} flush>
      <ul className="batch-earlier">
        {rows.map((row) => (
          <li key={row.id}>
            <span>
              <strong>{row.name}</strong> · {row.employerName} · {formats.moment(row.createdAt)}
              <br />
              <span className="quiet-text">
                {t('earlier.counts', { requests: row.requests, waiting: row.waiting })}
              </span>
            </span>
            <span className="row-of">
              <LinkButton to={`/applicants/batch/${row.id}`} small>
                {t('earlier.open')}
                <span className="only-read-aloud"> {row.name}</span>
              </LinkButton>
              <Button
                small
                plain
                label={t('earlier.removeNamed', { name: row.name })}
                onPress={() => setSure(row)}
              >
                {t('earlier.remove')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <FailureNote failure={remove.failure} />
      <ConfirmDialog
        open={sure !== null}
        onClose={() => setSure(null)}
        title={t('earlier.sure', { name: sure?.name ?? '' })}
        act={t('earlier.remove')}
        onAct={() => void press()}
        cancel={t('earlier.keep')}
        danger
        busy={remove.busy}
      >
        <p>{t('earlier.sureWhat')}</p>
      </ConfirmDialog>
    </Sheet>
  );
}
