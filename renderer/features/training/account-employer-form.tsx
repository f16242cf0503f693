// What is recorded of the employer for all its workers: size, full-time week, joint committee, sector agreement.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountFacts } from '../../../preload/contract/training-account.ts';
import { useAct } from '../../calls.ts';
import { writeDuration } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { FieldPrefixProvider } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { type EmployerTyped, employerTyped, readEmployer } from './account-form.ts';

const sizes = ['unknown', 'under10', 'from10to19', 'from20'] as const;

export function AccountEmployerForm({ facts }: { facts: AccountFacts }) {
  const { t } = useTranslation('training-account');
  const toast = useToast();
  const keep = useAct('trainingAccount.keepEmployer');
  const [typed, setTyped] = useState(() => employerTyped(facts));
  const [attempt, setAttempt] = useState(0);
  const { input, problems } = readEmployer(typed);
  const told = problems.map(({ name, key }) => ({ name, message: t(`page.problems.${key}`) }));
  const field = (name: Exclude<keyof EmployerTyped, 'size'>) => ({
    name,
    maxLength: 40,
    value: typed[name],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
    error: attempt > 0 ? told.find((one) => one.name === name)?.message : undefined,
  });
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (problems.length > 0) return;
    const { employerId, employer } = facts;
    const result = await keep.run({ employerId, expectedRevision: employer.revision, ...input });
    if (result.ok) toast({ text: t('page.saved') });
  };
  const day = Math.round(facts.employer.fullTimeWeeklyMinutes / 5);
  return (
    <FieldPrefixProvider value="employer">
      <Sheet title={t('page.employer')}>
        <form className="form" noValidate onSubmit={(event) => void save(event)}>
          <p className="quiet-text">{t('page.employerWhat', { employer: facts.employerName })}</p>
          <ErrorSummary problems={attempt > 0 ? told : []} attempt={attempt} />
          <SelectField
            name="size"
            label={t('page.size')}
            choices={sizes.map((value) => ({ value, label: t(`page.sizes.${value}`) }))}
            value={typed.size}
            onChange={(event) => setTyped({ ...typed, size: event.target.value as EmployerTyped['size'] })}
          />
          <div className="side-by-side">
            <TextField
              {...field('week')}
              label={t('page.week')}
              hint={t('page.weekHint', { hours: writeDuration(day) })}
              short
            />
            <TextField
              {...field('committee')}
              label={t('page.committee')}
              hint={t('page.committeeHint')}
              short
            />
            <TextField {...field('agreement')} label={t('page.agreement')} short number />
            <TextField
              {...field('sectorDays')}
              label={t('page.sectorDays')}
              hint={t('page.sectorDaysHint')}
              short
              inputMode="decimal"
            />
          </div>
          <FailureNote failure={keep.failure} />
          <div className="wizard-acts">
            <Button type="submit" busy={keep.busy}>
              {t('page.save')}
            </Button>
          </div>
        </form>
      </Sheet>
    </FieldPrefixProvider>
  );
}
