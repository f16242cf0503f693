// Third and fourth step of a renewal: a real token with the new key, then the switch. Without a test that passed, the switch
// asks once more.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import type { AccountCertificate } from '../../../preload/contract/renewal.ts';
import { useAct } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Note } from '../../ui/note.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { Renewal } from './renewal-page.tsx';

type StagedProps = { renewal: Renewal; staged: AccountCertificate; due: boolean };

export function RenewalTest({ renewal, staged, due }: StagedProps) {
  const { t } = useTranslation(['certificate-life', 'errors']);
  const formats = useFormats();
  const test = useAct('renewal.test');
  const takeBack = useAct('renewal.noteInChaman');
  const [answer, setAnswer] = useState<CallOutput<'renewal.test'> | null>(null);
  const pair = { accountId: renewal.accountId, certificateId: staged.certificateId };
  const run = async (): Promise<void> => {
    const result = await test.run(pair);
    if (result.ok) setAnswer(result.value);
  };
  const when = staged.testedAt === null ? null : formats.moment(staged.testedAt);
  const failed = staged.testOutcome === 'failed';
  return (
    <>
      {due && <p>{t('renewal.test.what')}</p>}
      <div role="status">
        {when !== null && (
          <Note tone={failed ? 'bad' : 'ok'}>
            <p>{t(failed ? 'renewal.test.failed' : 'renewal.test.ok', { when })}</p>
            {answer?.validSeconds != null && (
              <p>{t('renewal.test.granted', { minutes: Math.floor(answer.validSeconds / 60) })}</p>
            )}
            {failed && answer?.failure != null && <p>{t(`errors:${answer.failure}`)}</p>}
            {failed && <p>{t('renewal.test.refused')}</p>}
          </Note>
        )}
      </div>
      <div className="row-of">
        <Button primary={due} small={!due} plain={!due} busy={test.busy} onPress={() => void run()}>
          {t(staged.testedAt === null ? 'renewal.test.act' : 'renewal.test.again')}
        </Button>
        {due && (
          <Button plain busy={takeBack.busy} onPress={() => void takeBack.run({ ...pair, held: false })}>
            {t('renewal.chaman.undo')}
          </Button>
        )}
      </div>
      <FailureNote failure={test.failure ?? takeBack.failure} />
    </>
  );
}

export function RenewalSwitch({ renewal, staged, due }: StagedProps) {
  const { t } = useTranslation('certificate-life');
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const act = useAct('renewal.switch');
  const run = async (untested: boolean): Promise<void> => {
    const { accountId } = renewal;
    const result = await act.run({ accountId, certificateId: staged.certificateId, untested });
    if (!result.ok) return;
    setOpen(false);
    toast({ text: t('renewal.switch.switched', { name: staged.name }) });
  };
  if (due) {
    return (
      <>
        <p>{t('renewal.switch.what')}</p>
        <div className="row-of">
          <Button primary busy={act.busy} onPress={() => void run(false)}>
            {t('renewal.switch.act')}
          </Button>
        </div>
        <FailureNote failure={act.failure} />
      </>
    );
  }
  return (
    <div className="row-of">
      <Button small plain onPress={() => setOpen(true)}>
        {t('renewal.switch.anyway')}
      </Button>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('renewal.switch.anywayTitle')}
        act={t('renewal.switch.anyway')}
        danger
        busy={act.busy}
        onAct={() => void run(true)}
      >
        <p>{t('renewal.switch.anywayWhat')}</p>
        <FailureNote failure={act.failure} />
      </ConfirmDialog>
    </div>
  );
}
