// The chain from this computer to the service, link by link: verdict first, then what was found, what to do and who.
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { formatParams } from '../../../preload/rules/certificates/format-params.ts';
import { localeOf } from '../../i18n/languages.ts';
import { Chip, type Tone } from '../../ui/chip.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { VerdictBox } from './verdict-head.tsx';

export type Tested = CallOutput<'account.test'>;
type Step = Tested['steps'][number];

const looks: Record<Step['outcome'], { tone: Tone; icon: IconName }> = {
  failed: { tone: 'bad', icon: 'refused' },
  warning: { tone: 'warn', icon: 'warn' },
  ok: { tone: 'ok', icon: 'check' },
  notReached: { tone: 'plain', icon: 'planned' },
};
const verdicts = {
  ok: { tone: 'ok', icon: 'check-ring' },
  warning: { tone: 'warn', icon: 'warn' },
  failed: { tone: 'bad', icon: 'refused' },
} as const;

function useCheckWords() {
  const { t, i18n } = useTranslation('accounts');
  return (step: Step, part: 'found' | 'do' | 'who'): string =>
    t(
      `checks.${step.key}.${part}` as 'checks.certificateEnds.do',
      formatParams(step.params, localeOf(i18n.language)) as { name: string; date: string; days: number },
    );
}

export function ConnectionChain({ tested, below = false }: { tested: Tested; below?: boolean }) {
  const { t } = useTranslation(['connection', 'accounts']);
  const words = useCheckWords();
  const needing =
    tested.steps.find((step) => step.outcome === 'failed') ??
    tested.steps.find((step) => step.outcome === 'warning');
  const { token } = tested;
  return (
    <>
      <VerdictBox {...verdicts[tested.outcome]} title={t(`check.verdict.${tested.outcome}`)} below={below}>
        {needing === undefined ? t('check.fine') : `${words(needing, 'found')} ${words(needing, 'do')}`}
      </VerdictBox>
      <section className="sheet" aria-label={t('check.title')}>
        <table className="criteria">
          <caption className="only-read-aloud">{t('check.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('table.outcome')}</th>
              <th scope="col">{t('check.link')}</th>
              <th scope="col">{t('table.found')}</th>
              <th scope="col">{t('table.remedy')}</th>
              <th scope="col">{t('check.who')}</th>
            </tr>
          </thead>
          <tbody>
            {tested.steps.map((step) => {
              const quiet = step.outcome === 'ok' || step.outcome === 'notReached';
              return (
                <tr key={step.id} className={quiet ? 'fine' : undefined}>
                  <td>
                    <Chip {...looks[step.outcome]}>{t(`accounts:outcomes.${step.outcome}`)}</Chip>
                  </td>
                  <th scope="row">{t(`accounts:steps.${step.id}`)}</th>
                  <td data-label={t('table.found')} colSpan={quiet ? 3 : 1}>
                    <span className="address">{words(step, 'found')}</span>
                  </td>
                  {!quiet && <td data-label={t('table.remedy')}>{words(step, 'do')}</td>}
                  {!quiet && <td data-label={t('check.who')}>{words(step, 'who')}</td>}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      {token !== null && (
        <p className="quiet-sheet-text">
          <span className="reference address">
            {t('check.token', { minutes: Math.floor(token.expiresInSeconds / 60), scope: token.scope })}
          </span>
        </p>
      )}
    </>
  );
}
