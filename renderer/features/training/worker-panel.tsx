// The right to training of one worker in one year: how it was computed, the balance, the hours of each month.
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { BalancePlot } from '../../ui/balance-plot.tsx';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { MonthBars } from '../../ui/month-bars.tsx';
import { Note } from '../../ui/note.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { remember } from './room-memory.ts';

/** Steps that give a sum of those before. */
const sums = new Set(['result', 'total']);

type StepKey = 'balance.steps.sector';
/** A source of the law by its name in `training-rules.json`. */
type SourceKey = 'balance.sources.act20221003';

export function WorkerPanel({ workerId, year }: { workerId: string; year: number }) {
  const { t } = useTranslation('training');
  const steps = useTranslation('training-messages');
  const account = useTranslation('training-account');
  const formats = useFormats();
  const [, go] = useLocation();
  const worker = useCall('worker.get', { id: workerId }, { keepPrevious: true });
  const balance = useCall('training.balance', { workerId, year }, { keepPrevious: true });
  const failure = balance.error ?? worker.error;
  if (failure !== null && balance.data === undefined) {
    return (
      <Sheet label={t('panel.label')}>
        <FailureNote failure={failure} />
      </Sheet>
    );
  }
  const right = balance.data;
  const person = worker.data;
  if (right === undefined || person === undefined) {
    return (
      <Sheet label={t('panel.label')} flush>
        <Loading lines={6} />
      </Sheet>
    );
  }
  const whole = right.rightHundredths + right.carriedOverHundredths;
  return (
    <Sheet
      title={`${person.givenName} ${person.familyName}`.trim()}
      aside={<span className="number">{formats.insz(person.insz)}</span>}
      stacked
    >
      <Facts
        facts={[
          {
            label: t('panel.right', { year: String(right.year) }),
            value: t('panel.rightValue', {
              days: formats.hundredths(whole),
              hours: formats.duration(Math.round((whole * right.dayMinutes) / 100)),
            }),
          },
          {
            label: t('panel.steps'),
            value: (
              <ol className="steps-of-right">
                {right.steps.map((step, index) => (
                  <li key={step.key} className={sums.has(step.key) ? 'sum' : undefined}>
                    {steps.t(`balance.steps.${step.key}` as StepKey, { ...step.params })}
                    {step.source !== '' && step.source !== right.steps[index - 1]?.source && (
                      <small className="hint">
                        {t('panel.source')}: {steps.t(`balance.sources.${step.source}` as SourceKey)} (
                        {steps.t(`balance.certainty.${step.certainty}`)})
                      </small>
                    )}
                  </li>
                ))}
              </ol>
            ),
          },
          {
            label: t('panel.day'),
            value: t('panel.dayValue', { hours: formats.number(right.dayMinutes / 60) }),
          },
        ]}
      />
      {!right.certain && <Note tone="warn">{t('panel.uncertain')}</Note>}
      <div>
        <h3>{t('panel.balance')}</h3>
        <BalancePlot balance={right} />
      </div>
      <div>
        <h3>{t('panel.months')}</h3>
        <MonthBars months={right.months} />
      </div>
      <div className="row-of">
        <Button
          small
          onPress={() => {
            remember({ forWorkers: [workerId], copyOf: null, year });
            go('/training/new');
          }}
        >
          {t('panel.plan')}
        </Button>
        <LinkButton small plain to={`/training/account/${workerId}`} onFollow={() => remember({ year })}>
          {account.t('page.open')}
        </LinkButton>
      </div>
    </Sheet>
  );
}

export function NoWorker() {
  const { t } = useTranslation('training');
  return (
    <Sheet label={t('panel.label')} flush>
      <Empty icon="person" title={t('panel.none')} slim>
        {t('panel.noneWhat')}
      </Empty>
    </Sheet>
  );
}
