// What can be done with a report: copy it as text or JSON, or save it.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageSchema } from '../../../preload/contract/values.ts';
import { useAct, useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { useToast } from '../../ui/toast.tsx';
import { CopyText } from './copy-text.tsx';

export function ReportActs({ id }: { id: string }) {
  const { t, i18n } = useTranslation('doctor');
  const language = languageSchema.catch('nl').parse(i18n.language.slice(0, 2));
  const toast = useToast();
  const [form, setForm] = useState<'text' | 'json' | null>(null);
  const copied = useCall('doctor.copy', { id, form: form ?? 'text', language }, { enabled: form !== null });
  const save = useAct('doctor.save');
  const keep = async (): Promise<void> => {
    const result = await save.run({ id, form: form ?? 'text', language });
    if (result.ok && result.value.saved) toast({ text: t('saved', { name: result.value.name }) });
  };
  return (
    <>
      <FailureNote failure={save.failure ?? copied.error} />
      <div className="row-of">
        <Button
          icon="copy"
          pressed={form === 'text'}
          onPress={() => setForm(form === 'text' ? null : 'text')}
        >
          {t('act.text')}
        </Button>
        <Button
          icon="copy"
          pressed={form === 'json'}
          onPress={() => setForm(form === 'json' ? null : 'json')}
        >
          {t('act.json')}
        </Button>
        <Button icon="download" busy={save.busy} onPress={() => void keep()}>
          {t('act.save')}
        </Button>
      </div>
      {form !== null && copied.data !== undefined && (
        <CopyText
          key={form}
          name="report"
          label={t('report.label')}
          hint={t('report.hint')}
          text={copied.data.text}
          act={t('copyAgain')}
          atOnce
        />
      )}
    </>
  );
}
