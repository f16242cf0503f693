// Tests an account and shows the chain. Without a network the test still tells about the links on this computer.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty, OfflineNote } from '../../ui/states.tsx';
import { ConnectionChain, type Tested } from './connection-chain.tsx';

type ConnectionTestProps = {
  id: string;
  onTested?: (tested: Tested) => void;
  /** Its button is the act of the page. */
  primary?: boolean;
  /** When it was tested before this visit. */
  lastAt?: string | null;
  /** Where the facts of the account can be put right. */
  onCorrect?: () => void;
};

export function ConnectionTest({
  id,
  onTested,
  primary = false,
  lastAt = null,
  onCorrect,
}: ConnectionTestProps) {
  const { t } = useTranslation('connection');
  const formats = useFormats();
  const test = useAct('doctor.run');
  const [tested, setTested] = useState<Tested | null>(null);
  const run = async (): Promise<void> => {
    const result = await test.run({ accountId: id });
    const [found] = result.ok ? result.value.examinations : [];
    if (found === undefined) return;
    setTested(found);
    onTested?.(found);
  };
  return (
    <>
      <OfflineNote>{t('check.offline')}</OfflineNote>
      {tested === null ? (
        <Sheet label={t('check.title')} flush>
          {lastAt === null ? (
            <Empty icon="plug" title={t('check.none')}>
              {t('check.noneWhat')}
            </Empty>
          ) : (
            <Empty icon="plug" title={t('check.lastAt', { when: formats.moment(lastAt) })}>
              {t('check.lastWhat')}
            </Empty>
          )}
        </Sheet>
      ) : (
        <div className="panel" role="status">
          <ConnectionChain tested={tested} />
        </div>
      )}
      <FailureNote failure={test.failure} />
      <div className="row-of">
        <Button
          icon={tested === null ? 'plug' : 'again'}
          primary={primary && tested === null}
          busy={test.busy}
          onPress={() => void run()}
        >
          {t(tested === null ? 'account.test' : 'account.testAgain')}
        </Button>
        {tested?.outcome === 'failed' && onCorrect !== undefined && (
          <Button onPress={onCorrect}>{t('account.correct')}</Button>
        )}
      </div>
    </>
  );
}
