// Where an employer stands in figures, with the way to its workers and trainings.
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Employer } from '../../../preload/contract/employers.ts';
import { useAct } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Sheet } from '../../ui/sheet.tsx';

export function StandingPanel({ employer }: { employer: Employer }) {
  const { t } = useTranslation('employers');
  const formats = useFormats();
  const [, go] = useLocation();
  const choose = useAct('settings.update');
  // The other rooms show the employer in hand: it is taken in hand first.
  const open = async (place: string): Promise<void> => {
    const result = await choose.run({ employerId: employer.id });
    if (result.ok) go(place);
  };
  return (
    <Sheet title={t('detail.now')} stacked>
      <Facts
        facts={[
          { label: t('columns.workers'), value: formats.number(employer.workers) },
          { label: t('columns.drafts'), value: formats.number(employer.drafts) },
          { label: t('columns.toFix'), value: formats.number(employer.toFix) },
          {
            label: t('columns.lastSent'),
            value: employer.lastSentAt === null ? t('never') : formats.moment(employer.lastSentAt),
          },
        ]}
      />
      <div className="row-of">
        <Button small icon="people" onPress={() => void open('/workers')}>
          {t('detail.workersLink')}
        </Button>
        <Button small icon="book" onPress={() => void open('/training')}>
          {t('detail.trainingLink')}
        </Button>
      </div>
    </Sheet>
  );
}
