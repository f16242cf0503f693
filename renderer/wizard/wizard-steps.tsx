// The steps of a wizard: past ones ticked, the current one named as such.
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import type { WizardStep } from './wizard.tsx';

export function WizardSteps({ steps, at, label }: { steps: WizardStep[]; at: number; label: string }) {
  const { t } = useTranslation('shell');
  return (
    <ol className="steps" aria-label={t('wizard.steps', { label })}>
      {steps.map((step, index) => (
        <li
          key={step.id}
          className={index < at ? 'past' : undefined}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className="dot">{index < at ? <Icon name="check" /> : index + 1}</span>
          <span>
            {step.title}
            {index < at && <span className="only-read-aloud">, {t('wizard.past')}</span>}
            {step.about !== undefined && <small>{step.about}</small>}
          </span>
        </li>
      ))}
    </ol>
  );
}
