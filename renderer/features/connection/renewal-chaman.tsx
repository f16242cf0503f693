// Second step of a renewal: the public part goes to Chaman, beside the old one. In practice a button does it.
import { useTranslation } from 'react-i18next';
import type { AccountCertificate } from '../../../preload/contract/renewal.ts';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { useToast } from '../../ui/toast.tsx';
import { ExportButtons } from './export-buttons.tsx';
import { groupedPrint } from './fingerprints.tsx';
import type { Renewal } from './renewal-page.tsx';

type StagedProps = { renewal: Renewal; staged: AccountCertificate };

export function RenewalChaman({ renewal, staged }: StagedProps) {
  const { t } = useTranslation('certificate-life');
  const toast = useToast();
  const portal = useAct('app.openLink');
  const note = useAct('renewal.noteInChaman');
  const practice = useAct('renewal.setInPractice');
  const { accountId } = renewal;
  const { certificateId, name } = staged;
  const run = async (act: typeof note | typeof practice): Promise<void> => {
    const result = await act.run({ accountId, certificateId, held: true });
    if (result.ok) toast({ text: t('renewal.chaman.added', { name }) });
  };
  return (
    <>
      <p>{t('renewal.chaman.what', { clientId: renewal.clientId })}</p>
      <dl className="facts">
        <dt>{t('renewal.chaman.fingerprint')}</dt>
        <dd className="reference address">{groupedPrint(staged.fingerprintSha256)}</dd>
      </dl>
      <div className="row-of">
        {renewal.practice && (
          <Button primary busy={practice.busy} onPress={() => void run(practice)}>
            {t('renewal.chaman.practice')}
          </Button>
        )}
        <ExportButtons id={certificateId} pem={false} />
        {!renewal.practice && (
          <Button icon="globe" busy={portal.busy} onPress={() => void portal.run({ link: 'portal' })}>
            {t('renewal.chaman.portal')}
          </Button>
        )}
        <Button primary={!renewal.practice} busy={note.busy} onPress={() => void run(note)}>
          {t('renewal.chaman.said')}
        </Button>
      </div>
      <FailureNote failure={practice.failure ?? note.failure ?? portal.failure} />
    </>
  );
}
