// Adds a dossier type, or changes its name and how the service knows it: by a context or by a quality code, never both.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dossierTypeCodeSchema, type RegisterType } from '../../../../preload/contract/register-values.ts';
import { useAct } from '../../../calls.ts';
import { Button } from '../../../ui/button.tsx';
import { RadioGroup } from '../../../ui/choice-fields.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorSummary, type FieldProblem } from '../../../ui/error-summary.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { useTypeName } from '../register-words.ts';

/** Null: a new one. */
export function TypeDialog({ type, onClose }: { type: RegisterType | null; onClose: () => void }) {
  const { t } = useTranslation(['register', 'shell']);
  const toast = useToast();
  const typeName = useTypeName();
  const save = useAct('register.saveType');
  const [typed, setTyped] = useState({
    code: type?.code ?? '',
    name: type?.name ?? '',
    by: type?.qualityCode == null ? ('context' as const) : ('quality' as const),
    context: type?.inscriptionContext ?? '',
    quality: type?.qualityCode == null ? '' : String(type.qualityCode),
  } as { code: string; name: string; by: 'context' | 'quality'; context: string; quality: string });
  const [attempt, setAttempt] = useState(0);
  const put = (change: Partial<typeof typed>) => setTyped({ ...typed, ...change });
  const named = type?.predefined !== true;
  const code = typed.code.trim().toUpperCase();
  const quality = /^\d{1,3}$/.test(typed.quality.trim()) ? Number(typed.quality) : null;
  const problems: FieldProblem[] = [
    ...(dossierTypeCodeSchema.safeParse(code).success
      ? []
      : [{ name: 'code', message: t('types.codeWrong') }]),
    ...(named && typed.name.trim() === '' ? [{ name: 'name', message: t('shell:issues.required') }] : []),
    ...(typed.by === 'context' && typed.context.trim() === ''
      ? [{ name: 'context', message: t('types.contextMissing') }]
      : []),
    ...(typed.by === 'quality' && quality === null
      ? [{ name: 'quality', message: t('types.qualityWrong') }]
      : []),
  ];
  const errorOf = (name: string): string | undefined =>
    attempt > 0 ? problems.find((problem) => problem.name === name)?.message : undefined;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (problems.length > 0) return;
    const result = await save.run({
      code,
      name: named ? typed.name.trim() : '',
      active: type?.active ?? true,
      inscriptionContext: typed.by === 'context' ? typed.context.trim() : null,
      qualityCode: typed.by === 'quality' ? quality : null,
      expectedRevision: type?.revision ?? null,
    });
    if (!result.ok) return;
    toast({ text: t('types.saved') });
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={type === null ? t('types.add') : typeName(type.code)}>
      <form className="form" noValidate onSubmit={(event) => void submit(event)}>
        <ErrorSummary problems={attempt > 0 ? problems : []} attempt={attempt} />
        {type === null && (
          <TextField
            name="code"
            label={t('types.code')}
            hint={t('types.codeHint')}
            value={typed.code}
            maxLength={64}
            error={errorOf('code')}
            onChange={({ target }) => put({ code: target.value })}
          />
        )}
        {named && (
          <TextField
            name="name"
            label={t('types.name')}
            value={typed.name}
            maxLength={120}
            error={errorOf('name')}
            onChange={({ target }) => put({ name: target.value })}
          />
        )}
        <RadioGroup
          name="by"
          label={t('types.by')}
          hint={t('types.byHint')}
          inline
          choices={[
            { value: 'context', label: t('types.context') },
            { value: 'quality', label: t('types.quality') },
          ]}
          value={typed.by}
          onChange={(by) => put({ by })}
        />
        {typed.by === 'context' ? (
          <TextField
            name="context"
            label={t('types.context')}
            value={typed.context}
            maxLength={64}
            error={errorOf('context')}
            onChange={({ target }) => put({ context: target.value })}
          />
        ) : (
          <TextField
            name="quality"
            label={t('types.quality')}
            hint={t('types.qualityHint')}
            value={typed.quality}
            maxLength={3}
            short
            inputMode="numeric"
            error={errorOf('quality')}
            onChange={({ target }) => put({ quality: target.value })}
          />
        )}
        <FailureNote failure={save.failure} />
        <div className="acts">
          <Button onPress={onClose}>{t('shell:notNow')}</Button>
          <Button primary type="submit" busy={save.busy}>
            {t('types.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
