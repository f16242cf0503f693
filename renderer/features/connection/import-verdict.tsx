// The verdict on a chosen file: may it be used, why, and the shortest way on from what is wrong with it.
import { useTranslation } from 'react-i18next';
import type { CallInput, CallOutput } from '../../../preload/contract/index.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Note } from '../../ui/note.tsx';
import { CriteriaTable } from './criteria-table.tsx';
import { ProtectButton } from './protect-dialog.tsx';
import { VerdictHead } from './verdict-head.tsx';

export type Inspected = Extract<CallOutput<'certificate.inspect'>, { kind: 'verdict' }>;

type ImportVerdictProps = {
  inspected: Inspected;
  container: CallInput<'certificate.inspect'>;
  /** Back to the files, with room for the one that holds the key. */
  onAddKey: () => void;
};

export function ImportVerdict({ inspected, container, onAddKey }: ImportVerdictProps) {
  const { t } = useTranslation(['connection', 'certificates']);
  const { verdict, complete, answers } = inspected;
  const weak = verdict.criteria.some(({ id, outcome }) => id === 'CERT-PROTECTION' && outcome !== 'ok');
  const makeNew = (
    <LinkButton primary={complete} to="/connection/generate">
      {t('certificate.renew')}
    </LinkButton>
  );
  return (
    <>
      <VerdictHead
        verdict={verdict}
        acts={
          answers !== null ? (
            <LinkButton primary to={`/connection/requests/${answers.id}`}>
              {t('certificates:twoFiles.toRequest')}
            </LinkButton>
          ) : verdict.verdict !== 'notUsable' ? undefined : complete ? (
            makeNew
          ) : (
            <>
              <Button primary onPress={onAddKey}>
                {t('certificates:twoFiles.add')}
              </Button>
              {makeNew}
            </>
          )
        }
      />
      {answers !== null && <Note>{t('certificates:twoFiles.answers', { name: answers.name })}</Note>}
      <CriteriaTable verdict={verdict} />
      {weak && <ProtectButton container={container} />}
    </>
  );
}
