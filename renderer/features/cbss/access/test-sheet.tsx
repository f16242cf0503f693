// The test of the connection, link by link: a secure connection, the platform, access with the certificate, the service itself.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../preload/contract/index.ts';
import { inszSchema } from '../../../../preload/contract/values.ts';
import { useAct } from '../../../calls.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip, type Tone } from '../../../ui/chip.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import type { IconName } from '../../../ui/icon.tsx';
import { IdentifierField } from '../../../ui/identifier-field.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { OfflineNote } from '../../../ui/states.tsx';
import { useMeaningWords } from '../code-words.ts';

type TestedLink = CallOutput<'cbss.test'>['links'][number];

const looks: Record<TestedLink['state'], { tone: Tone; icon: IconName }> = {
  ok: { tone: 'ok', icon: 'check' },
  failed: { tone: 'bad', icon: 'refused' },
  notReached: { tone: 'plain', icon: 'planned' },
};

/** `ready`: nothing is missing. A way can be tested before it is switched on. */
export function TestSheet({ ready }: { ready: boolean }) {
  const { t } = useTranslation('cbss');
  const test = useAct('cbss.test');
  const [insz, setInsz] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [links, setLinks] = useState<TestedLink[]>([]);
  const wrong = insz.trim() !== '' && !inszSchema.safeParse(insz).success;
  const problems = wrong && attempt > 0 ? [{ name: 'testInsz', message: t('test.wrongInsz') }] : [];
  const run = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (wrong) return;
    setLinks([]);
    const done = await test.run({ insz: insz.trim() === '' ? null : insz });
    if (done.ok) setLinks(done.value.links);
  };
  return (
    <Sheet title={t('test.title')} stacked>
      <p>{t('test.what')}</p>
      <OfflineNote />
      <form className="form" noValidate onSubmit={(event) => void run(event)}>
        <ErrorSummary problems={problems} attempt={attempt} />
        <IdentifierField
          kind="insz"
          name="testInsz"
          label={t('test.insz')}
          hint={t('test.inszHint')}
          error={problems[0]?.message}
          value={insz}
          onChange={(event) => setInsz(event.target.value)}
        />
        <FailureNote failure={test.failure} />
        <div className="wizard-acts">
          <Button type="submit" icon="plug" busy={test.busy} blocked={ready ? null : t('profile.incomplete')}>
            {t('test.run')}
          </Button>
        </div>
      </form>
      <div role="status">{links.length > 0 && <LinkRows links={links} />}</div>
    </Sheet>
  );
}

function LinkRows({ links }: { links: readonly TestedLink[] }) {
  const { t } = useTranslation('cbss');
  const words = useMeaningWords();
  const found = ({ answer, state }: TestedLink): string => {
    if (answer === null) return '';
    const { outcome } = answer;
    if (outcome.layer === 'business' && outcome.consumer !== null)
      return t('test.known', { consumer: outcome.consumer });
    const { what, remedy, shownCode } = words.ofOutcome(outcome);
    return state === 'failed' ? `${what} ${remedy} (${shownCode})` : what;
  };
  return (
    <table className="criteria">
      <caption className="only-read-aloud">{t('test.results')}</caption>
      <tbody>
        {links.map((link) => (
          <tr key={link.link} className={link.state === 'failed' ? undefined : 'fine'}>
            <td>
              <Chip {...looks[link.state]}>{t(`test.${link.state}`)}</Chip>
            </td>
            <th scope="row">{t(`test.links.${link.link}`)}</th>
            <td>{found(link)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
