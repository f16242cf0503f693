// Another name for a certificate, in Sociodesk only.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Certificate } from '../../../preload/contract/certificates.ts';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';

export function RenameDialog({ certificate, onClose }: { certificate: Certificate; onClose: () => void }) {
  const { t } = useTranslation('connection');
  const toast = useToast();
  const [name, setName] = useState(certificate.name);
  const [tried, setTried] = useState(false);
  const rename = useAct('certificate.rename');
  const save = async (): Promise<void> => {
    setTried(true);
    if (name.trim() === '') return;
    const result = await rename.run({ id: certificate.id, name: name.trim() });
    if (!result.ok) return;
    toast({ text: t('saved') });
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('certificate.renameTitle')}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button primary busy={rename.busy} onPress={() => void save()}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          name="newName"
          label={t('certificate.name')}
          value={name}
          maxLength={120}
          error={tried && name.trim() === '' ? t('certificate.nameMissing') : undefined}
          onChange={(event) => setName(event.target.value)}
        />
      </form>
      <FailureNote failure={rename.failure} />
    </Dialog>
  );
}
