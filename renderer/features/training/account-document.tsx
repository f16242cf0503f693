// The training account as a PDF: of this worker, or of all workers of the employer, in the language of its reader.
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { AccountFacts } from '../../../preload/contract/training-account.ts';
import { type Language, languageSchema, languages } from '../../../preload/contract/values.ts';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxField, SelectField } from '../../ui/choice-fields.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { useKeptView } from '../../ui/kept-view.ts';
import { useSavedToast } from '../../ui/open-saved.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { MakingAccounts, useMakeAccounts } from './making-accounts.tsx';

const choiceSchema = z.object({ language: languageSchema, separate: z.boolean() });
type Choice = z.infer<typeof choiceSchema>;

const readChoice = (kept: unknown): Choice | null => choiceSchema.safeParse(kept).data ?? null;

export function AccountDocument({ facts }: { facts: AccountFacts }) {
  const { t, i18n } = useTranslation('training-account');
  const savedToast = useSavedToast();
  const one = useAct('trainingAccount.savePdf');
  const making = useMakeAccounts();
  const [kept, keepView] = useKeptView('accounts', readChoice);
  const keep = (choice: Choice): void => keepView(choice);
  const language: Language = kept?.language ?? languageSchema.catch('nl').parse(i18n.language);
  const separate = kept?.separate ?? false;
  const { year, workerId, employerId } = facts;
  const saveOne = async (): Promise<void> => {
    const result = await one.run({ workerId, year, language });
    if (result.ok && result.value.saved)
      savedToast(t('page.printed', { name: result.value.name, count: result.value.rows }), result.value.name);
  };
  return (
    <Sheet title={t('page.document')} stacked>
      <SelectField
        name="language"
        label={t('page.language')}
        choices={languages.map((value) => ({ value, label: t(`page.languages.${value}`) }))}
        value={language}
        onChange={(event) =>
          keep({ separate, language: languageSchema.catch('nl').parse(event.target.value) })
        }
      />
      <div className="row-of">
        <Button icon="download" busy={one.busy} onPress={() => void saveOne()}>
          {t('page.print')}
        </Button>
      </div>
      <CheckboxField
        name="separate"
        label={t('making.separate')}
        hint={t('making.separateHint')}
        checked={separate}
        onChange={(event) => keep({ language, separate: event.target.checked })}
      />
      <div className="row-of">
        <Button
          plain
          busy={making.busy}
          onPress={() => void making.make({ employerId, year, language, separate })}
        >
          {t('page.printAll')}
        </Button>
      </div>
      <FailureNote failure={one.failure} />
      <MakingAccounts making={making} />
    </Sheet>
  );
}
