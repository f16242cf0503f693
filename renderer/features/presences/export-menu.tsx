// What is searched as a file: made as long work, then saved where the person chooses.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../preload/contract/index.ts';
import type { Failure } from '../../../preload/contract/result.ts';
import { languageSchema } from '../../../preload/contract/values.ts';
import { call } from '../../bridge.ts';
import { useCall } from '../../calls.ts';
import { FailureNote } from '../../ui/failure.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useSavedToast } from '../../ui/open-saved.tsx';
import { ProgressBlock } from '../../ui/progress-block.tsx';
import { untilDone } from '../../ui/until-done.ts';
import type { SearchInput } from './search-state.ts';

type Format = CallInput<'presence.makeExport'>['format'];
export type Exporting = ReturnType<typeof useExport>;

export function useExport(input: SearchInput) {
  const { t, i18n } = useTranslation('presence-search');
  const savedToast = useSavedToast();
  const [failure, setFailure] = useState<Failure | null>(null);
  const make = async (format: Format): Promise<void> => {
    const language = languageSchema.catch('nl').parse(i18n.language);
    setFailure(null);
    const made = await untilDone(() => call('presence.makeExport', { ...input, format, language }));
    if (!made.ok) return setFailure(made.failure);
    const saved = await call('presence.saveExport', { jobId: made.value.id });
    if (!saved.ok) return setFailure(saved.failure);
    savedToast(t('export.done', { count: saved.value.rows, name: saved.value.name }), saved.value.name);
  };
  return { make, failure };
}

export function ExportMenu({ exporting }: { exporting: Exporting }) {
  const { t } = useTranslation('presence-search');
  return (
    <Menu
      label={t('export.act')}
      icon="download"
      small={false}
      acts={[
        ...(['csv', 'xlsx', 'pdf'] as const).map((format) => ({
          id: format,
          label: t(`export.${format}`),
          onAct: () => void exporting.make(format),
        })),
        { id: 'evidence', label: t('evidence.many'), onAct: () => void exporting.make('evidence') },
      ]}
    />
  );
}

/** Whoever stops it, or chooses no place, needs no sentence about that. */
const quiet = new Set<Failure['code']>(['cancelled', 'fileNotChosen']);

export function ExportProgress({ exporting: { failure } }: { exporting: Exporting }) {
  const { t } = useTranslation('presence-search');
  const job = useCall('job.list', {}).data?.jobs.find(
    ({ kind, state }) => kind === 'presenceExport' && state === 'running',
  );
  if (job !== undefined) return <ProgressBlock label={t('export.running')} job={job} />;
  return <FailureNote failure={failure === null || quiet.has(failure.code) ? null : failure} />;
}
