// When the data cannot be opened: what happened, what to do, and the promise that nothing is written over it.
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../preload/contract/result.ts';
import { useAppState, useReadAppState } from '../app-state.ts';
import { Button } from '../ui/button.tsx';
import { Facts } from '../ui/facts.tsx';
import { useFailureSentence } from '../ui/failure.tsx';
import { Icon } from '../ui/icon.tsx';
import { usePageTitle } from '../ui/page.tsx';
import { Band } from './band.tsx';

const keychainCodes = new Set<Failure['code']>(['keychainMissing', 'keychainLocked', 'keychainDenied']);

export default function Rescue() {
  const { t } = useTranslation('shell');
  const sentence = useFailureSentence();
  const { rescue, version } = useAppState();
  const again = useReadAppState();
  // No backup helps there, and on a first start none is there to put back.
  const keyless = rescue !== null && keychainCodes.has(rescue.code);
  const title = t(keyless ? 'rescue.keychainTitle' : 'rescue.title');
  usePageTitle(title);
  if (rescue === null) return null;
  return (
    <>
      <Band alone />
      <main className="lone">
        <div className="question">
          <div className="verdict bad">
            <Icon name="database" large />
            <div>
              <h1>{title}</h1>
              <p>{sentence({ code: rescue.code, retry: 'never', traceId: '' })}</p>
            </div>
          </div>
          <section className="receipt">
            <h2>{t('rescue.todo')}</h2>
            <ol className="next">
              {keyless ? (
                <li>{t('rescue.stepKeychain')}</li>
              ) : (
                <>
                  <li>{t('rescue.stepClose')}</li>
                  <li>{t('rescue.stepBackup')}</li>
                  <li>{t('rescue.stepRestore')}</li>
                </>
              )}
              <li>{t('rescue.stepHelp')}</li>
            </ol>
          </section>
          <Facts
            facts={[
              { label: t('rescue.file'), value: <span className="reference">{rescue.file}</span> },
              { label: t('rescue.code'), value: <span className="reference">{rescue.code}</span> },
              { label: t('rescue.version'), value: version },
            ]}
          />
          <p>{t('rescue.promise')}</p>
          <div className="wizard-acts">
            <Button icon="again" busy={again.isFetching} onPress={() => void again.refetch()}>
              {t('failure.again')}
            </Button>
          </div>
        </div>
      </main>
    </>
  );
}
