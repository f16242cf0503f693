// What the check found: the verdict first, then guards, schema and signature, each with what it means.
import { useTranslation } from 'react-i18next';
import type { Inspection } from '../../../../preload/contract/cbss-workbench.ts';
import { Note } from '../../../ui/note.tsx';
import { GuardTable } from './guard-table.tsx';
import { SignatureView } from './signature-view.tsx';
import { verdictOf } from './verdict.ts';

export function InspectionView({ inspection, signed }: { inspection: Inspection; signed: boolean }) {
  const { t } = useTranslation('cbss');
  const { schema, signature } = inspection;
  const verdict = verdictOf(inspection);
  return (
    <>
      <div role="status">
        <Note tone={verdict.kind === 'bad' ? 'bad' : verdict.kind === 'unsigned' ? 'warn' : 'ok'}>
          <p>
            <b>{t(`workbench.verdict.${verdict.kind}`, { count: verdict.count })}</b>
          </p>
          {signed && <p>{t('workbench.signed', { seconds: signature?.timestamp?.seconds ?? 0 })}</p>}
        </Note>
      </div>
      <GuardTable guards={inspection.guards} />
      <div className="kept-block">
        <h3>{t('workbench.schemaTitle')}</h3>
        <p>{t(`workbench.schema.${schema.state}`, { count: schema.findings.length })}</p>
        {schema.findings.length > 0 && (
          <ul className="plain-list">
            {schema.findings.map(({ line, text }) => (
              <li key={`${line} ${text}`}>
                {line > 0 && <b>{t('workbench.line', { line })}: </b>}
                <span className="cbss-place">{text}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
      {signature !== null && <SignatureView signature={signature} />}
    </>
  );
}
