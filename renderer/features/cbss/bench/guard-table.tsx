// What must hold before anything of a message is believed: failures first, each with why it matters.
import { useTranslation } from 'react-i18next';
import type { GuardVerdict } from '../../../../preload/contract/cbss-workbench.ts';
import { Chip, type Tone } from '../../../ui/chip.tsx';
import type { IconName } from '../../../ui/icon.tsx';

const looks: Record<GuardVerdict['state'], { tone: Tone; icon: IconName; rank: number }> = {
  failed: { tone: 'bad', icon: 'refused', rank: 0 },
  open: { tone: 'plain', icon: 'planned', rank: 1 },
  passed: { tone: 'ok', icon: 'check', rank: 2 },
};

export function GuardTable({ guards }: { guards: readonly GuardVerdict[] }) {
  const { t } = useTranslation('cbss');
  const sorted = guards.toSorted((a, b) => looks[a.state].rank - looks[b.state].rank);
  return (
    <table className="criteria">
      <caption className="only-read-aloud">{t('workbench.guardsTitle')}</caption>
      <tbody>
        {sorted.map(({ guard, state, line }) => (
          <tr key={guard} className={state === 'failed' ? undefined : 'fine'}>
            <td>
              <Chip tone={looks[state].tone} icon={looks[state].icon}>
                {t(`workbench.${state}`)}
              </Chip>
            </td>
            <th scope="row">{t(`workbench.guards.${guard}.name`)}</th>
            <td>
              {state === 'failed' && (
                <>
                  {t(`workbench.guards.${guard}.why`)}
                  {line !== null && ` (${t('workbench.line', { line })})`}
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
