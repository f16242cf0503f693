// What came of a year for one client: shown here, and as a file in the client's language to hand over.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEmployerId } from '../../app-state.ts';
import { useCall } from '../../calls.ts';
import { SelectField } from '../../ui/choice-fields.tsx';
import { Page } from '../../ui/page.tsx';
import { EmployerField } from '../workers/employer-field.tsx';
import { ClientReport } from './client-report.tsx';
import { useBusinessDate, useRoomYear, yearChoices } from './room-year.ts';
import '../../ui/list-import.css';
import { RoomTabs } from './room-head.tsx';

export default function ReportPage() {
  const { t } = useTranslation('intake');
  const shownEmployer = useEmployerId();
  const today = useBusinessDate();
  const roomYear = useRoomYear();
  const [year, setYear] = useState(roomYear);
  const [chosen, setChosen] = useState<string | null>(shownEmployer);
  // Where there is but one, it is that one.
  const employers = useCall('employer.list', { pageSize: 2 }).data;
  const employerId = chosen ?? (employers?.total === 1 ? (employers.rows[0]?.id ?? null) : null);
  return (
    <Page title={t('reportPage.title')} lead={t('reportPage.lead', { year: String(year) })}>
      <RoomTabs year={roomYear} current="/training/report" />
      <div className="import-reading">
        <EmployerField
          name="employer"
          label={t('reportPage.employer')}
          value={employerId}
          onChange={setChosen}
        />
        <SelectField
          name="year"
          label={t('reportPage.year')}
          choices={yearChoices(today, [], year).map((one) => ({ value: String(one), label: String(one) }))}
          value={String(year)}
          onChange={({ target }) => setYear(Number(target.value))}
        />
      </div>
      {employerId !== null && (
        <ClientReport key={`${employerId} ${year}`} employerId={employerId} year={year} />
      )}
    </Page>
  );
}
