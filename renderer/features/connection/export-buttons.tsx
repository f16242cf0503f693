// Saves the public part of a certificate: DER as Chaman asks, PEM for those who want it. Never the key.
import { useTranslation } from 'react-i18next';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { useToast } from '../../ui/toast.tsx';

export function ExportButtons({ id, pem = true, small }: { id: string; pem?: boolean; small?: boolean }) {
  const { t } = useTranslation('connection');
  const toast = useToast();
  const save = useAct('certificate.exportCer');
  const run = async (form: 'der' | 'pem'): Promise<void> => {
    const result = await save.run({ id, form });
    if (result.ok && result.value.saved)
      toast({ text: t('certificate.exported', { name: result.value.name }) });
  };
  const look = small === true ? { small } : {};
  // Leaving the dialog without choosing a place is no failure.
  const failure =
    save.failure?.code === 'cancelled' || save.failure?.code === 'fileNotChosen' ? null : save.failure;
  return (
    <>
      <Button icon="download" busy={save.busy} onPress={() => void run('der')} {...look}>
        {t('certificate.exportDer')}
      </Button>
      {pem && (
        <Button plain busy={save.busy} onPress={() => void run('pem')} {...look}>
          {t('certificate.exportPem')}
        </Button>
      )}
      <FailureNote failure={failure} />
    </>
  );
}
