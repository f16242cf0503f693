// Builds a message: which operation, and the values of its fields as they stand in it.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CbssOperation, cbssOperationSchema } from '../../../../preload/contract/cbss-answer.ts';
import { useAct } from '../../../calls.ts';
import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/choice-fields.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { FieldPrefixProvider } from '../../../ui/field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { firstValues, operationFields } from './operation-fields.ts';

type BuildFormProps = {
  onBuilt: (xml: string) => void;
  /** Why nothing can be built now. */
  blocked: string | null;
};

export function BuildForm({ onBuilt, blocked }: BuildFormProps) {
  const { t } = useTranslation('cbss');
  const build = useAct('cbssWorkbench.build');
  const [operation, setOperation] = useState<CbssOperation>('insertInscription');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(firstValues.insertInscription ?? {});
  const choose = (chosen: CbssOperation): void => {
    setOperation(chosen);
    setTyped(firstValues[chosen] ?? {});
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const fields = Object.fromEntries(Object.entries(typed).filter(([, value]) => value.trim() !== ''));
    const done = await build.run({ operation, fields });
    if (done.ok) onBuilt(done.value.xml);
  };
  return (
    <form className="form" noValidate onSubmit={(event) => void submit(event)}>
      <SelectField
        name="operation"
        label={t('workbench.operation')}
        choices={cbssOperationSchema.options.map((value) => ({
          value,
          label: `${t(`workbench.operations.${value}`)} (${value})`,
        }))}
        value={operation}
        onChange={(event) =>
          choose(cbssOperationSchema.options.find((one) => one === event.target.value) ?? operation)
        }
      />
      <FieldPrefixProvider value="b">
        <div className="cbss-values">
          {operationFields[operation].map((field) => (
            <TextField
              key={`${operation} ${field}`}
              name={field}
              label={t(`workbench.values.${lastOf(field)}`)}
              hint={<span className="cbss-place">{field}</span>}
              maxLength={256}
              value={typed[field] ?? ''}
              onChange={(event) => setTyped((known) => ({ ...known, [field]: event.target.value }))}
            />
          ))}
        </div>
      </FieldPrefixProvider>
      <FailureNote failure={build.failure} />
      <div className="wizard-acts">
        <Button type="submit" busy={build.busy} blocked={blocked}>
          {t('workbench.run')}
        </Button>
      </div>
    </form>
  );
}

/** `inscription.period.beginDate` → `beginDate`: its key among the texts. */
const lastOf = (field: string) => (field.split('.').at(-1) ?? field) as 'ssin';
