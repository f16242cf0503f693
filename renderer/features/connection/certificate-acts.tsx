// What can be done with a kept certificate: export its public part, rename, remove (asked once more).
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Certificate } from '../../../preload/contract/certificates.ts';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog, Dialog } from '../../ui/dialog.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { useToast } from '../../ui/toast.tsx';
import { ExportButtons } from './export-buttons.tsx';
import { RenameDialog } from './rename-dialog.tsx';

export function CertificateActs({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation(['connection', 'certificate-life']);
  const [, go] = useLocation();
  const toast = useToast();
  const [open, setOpen] = useState<'rename' | 'remove' | null>(null);
  const remove = useAct('certificate.remove');
  const { id, name } = certificate;
  // Removing it would be refused: the account that uses it goes over to another one first.
  const isUsed = certificate.usedBy.length > 0;
  const takeAway = async (): Promise<void> => {
    const result = await remove.run({ id, confirmed: true });
    if (!result.ok) return;
    toast({ text: t('certificate.removed', { name }) });
    go('/connection');
  };
  return (
    <>
      <ExportButtons id={id} />
      <Button onPress={() => setOpen('rename')}>{t('certificate.rename')}</Button>
      <Button onPress={() => setOpen('remove')}>{t('certificate.remove')}</Button>
      {open === 'rename' && <RenameDialog certificate={certificate} onClose={() => setOpen(null)} />}
      <Dialog
        open={open === 'remove' && isUsed}
        onClose={() => setOpen(null)}
        title={t('certificate.removeTitle', { name })}
        acts={
          <Button onPress={() => setOpen(null)} autoFocus>
            {t('cancel')}
          </Button>
        }
      >
        <p>
          {t('certificate-life:uses.removeFirst', {
            count: certificate.usedBy.length,
            names: certificate.usedBy.map((use) => use.name).join(', '),
          })}
        </p>
      </Dialog>
      <ConfirmDialog
        open={open === 'remove' && !isUsed}
        onClose={() => setOpen(null)}
        title={t('certificate.removeTitle', { name })}
        act={t('certificate.remove')}
        danger
        busy={remove.busy}
        onAct={() => void takeAway()}
      >
        <p>{t('certificate.removeWhat')}</p>
        <FailureNote failure={remove.failure} />
      </ConfirmDialog>
    </>
  );
}
