// A planning from file to kept: which file, its columns, the rows that cannot be read, what would be kept. Nothing is kept
// before the last button.
import { useTranslation } from 'react-i18next';
import { planningFields } from '../../../preload/rules/planning/planning-fields.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { ListFileField } from '../../ui/list-file.tsx';
import { ListWizard } from '../../wizard/list-wizard.tsx';
import { RoomTabs } from '../presences/room-tabs.tsx';
import { EmployerField } from '../workers/employer-field.tsx';
import { TakeInCheck } from './take-in-check.tsx';
import { TakeInReceipt } from './take-in-receipt.tsx';
import { TakeInRefused } from './take-in-refused.tsx';
import { useTakeIn } from './use-take-in.ts';

export default function TakeInPage() {
  const { t } = useTranslation('planning');
  const { list, employerId, setEmployerId, replaces, setReplaces } = useTakeIn();
  const { counts, importId, problems } = list;
  const wrong = (name: string) => problems.find((one) => one.name === name)?.message;
  return (
    <ListWizard
      title={t('add')}
      list={list}
      several={false}
      choices={planningFields.map((value) => ({ value, label: t(`fields.${value}`) }))}
      columnsLead={t('match.lead', { count: list.fields.filter((field) => field !== null).length })}
      source={() => (
        <>
          <h1>{t('source.question')}</h1>
          <p className="lead">{t('source.lead')}</p>
          <ListFileField
            purpose="planning"
            file={list.file}
            onFile={list.choose}
            help={t('source.help')}
            error={wrong('list')}
          />
          <EmployerField
            name="employer"
            label={t('source.employer')}
            error={wrong('employer')}
            value={employerId}
            onChange={setEmployerId}
          />
        </>
      )}
      problems={<TakeInRefused importId={importId} />}
      check={counts !== null && <TakeInCheck counts={counts} replaces={replaces} onReplaces={setReplaces} />}
      act={counts === null || counts.stays === 0 ? null : t('check.act', { count: counts.stays })}
      receipt={<TakeInReceipt importId={importId} />}
      receiptActs={
        <LinkButton to="/presences/planning" primary>
          {t('done.toCompare')}
        </LinkButton>
      }
      home="/presences/planning"
      above={<RoomTabs />}
    />
  );
}
