// The four steps of a renewal in order; only the one that is due can be acted on. Each is kept in main, so the page can be
// left and found again where it was.
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountCertificate } from '../../../preload/contract/renewal.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Chip } from '../../ui/chip.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { RenewalChaman } from './renewal-chaman.tsx';
import type { Renewal } from './renewal-page.tsx';
import { DropStaged, RenewalStage } from './renewal-stage.tsx';
import { RenewalSwitch, RenewalTest } from './renewal-try.tsx';

/** 1 to 4: the step that a staged certificate waits for. */
export function stepOf(staged: Pick<AccountCertificate, 'addedInChamanAt' | 'testOutcome'> | null): number {
  if (staged === null) return 1;
  if (staged.testOutcome === 'ok') return 4;
  return staged.addedInChamanAt === null ? 2 : 3;
}

export function RenewalSteps({ renewal }: { renewal: Renewal }) {
  const { t } = useTranslation('certificate-life');
  const formats = useFormats();
  const { staged, current } = renewal;
  // While the end is far away, nothing is due.
  const isResting = staged === null && current !== null && current.stored && current.rung === null;
  const at = isResting ? 0 : stepOf(staged);
  const date = staged === null ? '' : formats.dayOf(staged.notAfter, 'long');
  const added = staged?.addedInChamanAt ?? null;
  return (
    <Sheet title={t('renewal.steps')} flush>
      <ol className="renewal-steps">
        <Step step={1} at={at} title={t('renewal.stage.title')}>
          {staged === null ? (
            <RenewalStage key={renewal.proposedName} renewal={renewal} />
          ) : (
            <>
              <p>{t('renewal.stage.done', { name: staged.name, date })}</p>
              <DropStaged accountId={renewal.accountId} name={staged.name} />
            </>
          )}
        </Step>
        <Step step={2} at={at} title={t('renewal.chaman.title')}>
          {staged !== null && at === 2 && <RenewalChaman renewal={renewal} staged={staged} />}
          {added !== null && <p>{t('renewal.chaman.done', { when: formats.moment(added) })}</p>}
        </Step>
        <Step step={3} at={at} title={t('renewal.test.title')}>
          {staged !== null && at >= 3 && <RenewalTest renewal={renewal} staged={staged} due={at === 3} />}
        </Step>
        <Step step={4} at={at} title={t('renewal.switch.title')}>
          {staged !== null && at >= 2 && <RenewalSwitch renewal={renewal} staged={staged} due={at === 4} />}
        </Step>
      </ol>
    </Sheet>
  );
}

type StepProps = { step: number; at: number; title: string; children: ReactNode };

function Step({ step, at, title, children }: StepProps) {
  const { t } = useTranslation('certificate-life');
  const state = step < at ? 'done' : step === at ? 'now' : 'later';
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that was pressed is gone when its step is done: focus goes on to the step that is now due.
  const before = useRef(at);
  useEffect(() => {
    const isLost = document.activeElement === document.body;
    if (step === at && (before.current < at || (before.current !== at && isLost))) heading.current?.focus();
    before.current = at;
  }, [at, step]);
  const looks = {
    done: { tone: 'ok', icon: 'check' },
    now: { tone: 'moving', icon: 'next' },
    later: { tone: 'plain', icon: 'clock' },
  } as const;
  return (
    <li className={state} aria-current={state === 'now' ? 'step' : undefined}>
      <Chip {...looks[state]}>{t(`renewal.${state}`)}</Chip>
      <div>
        <h3 ref={heading} tabIndex={-1}>
          {step}. {title}
        </h3>
        <div className="step-body">{children}</div>
      </div>
    </li>
  );
}
