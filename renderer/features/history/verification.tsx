// The verdict over the whole history: intact, or which events were altered, are missing, were added or moved.
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { callQuery } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Icon } from '../../ui/icon.tsx';
import { Note } from '../../ui/note.tsx';

type Report = CallOutput<'history.verify'>;

export function Verification({ report }: { report: Report }) {
  const { t } = useTranslation('history');
  const { events, chains, erased } = report;
  const sums = t('verify.sums', { events, chains, erased });
  if (report.intact) {
    return (
      <Note tone="ok" icon="shield" announce>
        <strong>{t('verify.intact')}</strong> {sums}
      </Note>
    );
  }
  return (
    <Note tone="bad" announce>
      <p>
        <strong>{t('verify.damaged')}</strong> {sums}
      </p>
      <Problems problems={report.problems} />
      <p>{t('verify.next')}</p>
    </Note>
  );
}

function Problems({ problems }: { problems: Report['problems'] }) {
  const { t } = useTranslation('history');
  const formats = useFormats();
  const ids = [...new Set(problems.map((one) => one.chain))]
    .filter((chain) => chain.includes('-'))
    .slice(0, 20);
  const employers = useQueries({ queries: ids.map((id) => callQuery('employer.get', { id })) });
  const names = new Map(ids.map((id, index) => [id, employers[index]?.data?.name ?? id]));
  return (
    <ul className="problem-list">
      {problems.map((one) => (
        <li key={`${one.chain} ${one.position} ${one.problem}`}>
          <Icon name="refused" />
          <strong>{t(`verify.problems.${one.problem}`)}</strong>
          <span>
            {names.has(one.chain)
              ? t('verify.employerChain', { employer: names.get(one.chain) ?? one.chain })
              : t('verify.appChain')}
            , {t('verify.place', { position: formats.number(one.position) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
