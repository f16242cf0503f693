// From a person of the register to where else he or she is: as a worker with trainings, on sites, as an applicant.
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useAct, useCall } from '../../../calls.ts';
import { Button } from '../../../ui/button.tsx';
import { TextLink } from '../../../ui/link-button.tsx';
import { startSearch } from '../../../ui/search-start.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import { remember } from '../../training/room-memory.ts';
import type { RegisterPerson } from './person-page.tsx';

export function LinksSheet({ person }: { person: RegisterPerson }) {
  const { t } = useTranslation('register');
  const [, go] = useLocation();
  const choose = useAct('settings.update');
  const found = useCall('worker.list', { text: person.insz, pageSize: 50 }).data?.rows ?? [];
  const workers = found.filter(({ personId }) => personId === person.personId);
  const toTrainings = async (employerId: string): Promise<void> => {
    await choose.run({ employerId });
    remember({ text: person.insz });
    go('/training');
  };
  /** By the number, which stands in no address. */
  const search = (place: string): void => {
    startSearch(place, person.insz);
    go(place);
  };
  return (
    <Sheet title={t('links.title')} stacked>
      {workers.length === 0 ? (
        <p className="quiet-text">{t('links.noWorker')}</p>
      ) : (
        <ul className="record-list">
          {workers.map(({ id, employerId, employerName, trainings }) => (
            <li key={id}>
              <span className="record-title">
                <TextLink to={`/workers/${id}`}>{t('links.worker', { employer: employerName })}</TextLink>
              </span>
              <Button small plain icon="book" onPress={() => void toTrainings(employerId)}>
                {t('links.trainings', { count: trainings })}
                <span className="only-read-aloud">: {employerName}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="row-of">
        <Button small icon="clock" onPress={() => search('/presences/search')}>
          {t('links.presences')}
        </Button>
        <Button small icon="qr" onPress={() => search('/applicants')}>
          {t('links.applicants')}
        </Button>
      </div>
    </Sheet>
  );
}
