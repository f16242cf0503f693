// A form with every kind of field, on react-hook-form and a schema of the contract's own values.
import { zodResolver } from '@hookform/resolvers/zod';
import { Controller, useForm } from 'react-hook-form';
import { z } from 'zod';
import { enterpriseNumberSchema, inszSchema } from '../../../preload/contract/values.ts';
import { Button } from '../../../renderer/ui/button.tsx';
import { CheckboxField, RadioGroup, SelectField } from '../../../renderer/ui/choice-fields.tsx';
import { DateField } from '../../../renderer/ui/date-field.tsx';
import { DurationField } from '../../../renderer/ui/duration-field.tsx';
import { ErrorSummary } from '../../../renderer/ui/error-summary.tsx';
import { useFormProblems } from '../../../renderer/ui/form-problems.ts';
import { IdentifierField } from '../../../renderer/ui/identifier-field.tsx';
import { Page } from '../../../renderer/ui/page.tsx';
import { Sheet } from '../../../renderer/ui/sheet.tsx';
import { TextField } from '../../../renderer/ui/text-field.tsx';

const schema = z.object({
  title: z.string().trim().min(1),
  insz: inszSchema,
  enterpriseNumber: enterpriseNumberSchema,
  startDate: z.string().nullable(),
  duration: z.number().nullable(),
  kind: z.enum(['formal', 'informal']),
  counts: z.boolean(),
  language: z.enum(['nl', 'fr']),
});

export default function FormGallery() {
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zodResolver(schema),
    shouldFocusError: false,
    defaultValues: {
      title: '',
      insz: '',
      enterpriseNumber: '',
      startDate: null,
      duration: null,
      kind: 'formal',
      counts: true,
      language: 'nl',
    },
  });
  const { problems, errorOf } = useFormProblems(form.formState.errors, { title: 'Titel' });
  const wrong = (name: string) => ({ error: errorOf(name) });
  return (
    <Page title="Formulier">
      <Sheet title="Opleiding">
        <form
          className="form"
          noValidate
          onSubmit={(event) => void form.handleSubmit(() => undefined)(event)}
        >
          <ErrorSummary problems={problems} attempt={form.formState.submitCount} />
          <TextField label="Titel" {...form.register('title')} {...wrong('title')} />
          <IdentifierField kind="insz" {...form.register('insz')} {...wrong('insz')} />
          <IdentifierField
            kind="enterpriseNumber"
            {...form.register('enterpriseNumber')}
            {...wrong('enterpriseNumber')}
          />
          <Controller
            control={form.control}
            name="startDate"
            render={({ field }) => (
              <DateField
                name="startDate"
                label="Begindatum"
                value={field.value}
                onChange={field.onChange}
                {...wrong('startDate')}
              />
            )}
          />
          <Controller
            control={form.control}
            name="duration"
            render={({ field }) => (
              <DurationField
                name="duration"
                label="Duur"
                value={field.value}
                onChange={field.onChange}
                {...wrong('duration')}
              />
            )}
          />
          <Controller
            control={form.control}
            name="kind"
            render={({ field }) => (
              <RadioGroup
                name="kind"
                label="Soort"
                choices={[
                  { value: 'formal', label: 'Formeel', hint: 'Een cursus of seminarie.' },
                  { value: 'informal', label: 'Informeel' },
                ]}
                value={field.value}
                onChange={field.onChange}
              />
            )}
          />
          <CheckboxField label="Telt voor het recht" hint="Wordt afgetrokken." {...form.register('counts')} />
          <SelectField
            label="Taal"
            choices={[
              { value: 'nl', label: 'Nederlands' },
              { value: 'fr', label: 'Frans' },
            ]}
            {...form.register('language')}
          />
          <div className="wizard-acts">
            <Button primary type="submit">
              Bewaar
            </Button>
          </div>
        </form>
      </Sheet>
    </Page>
  );
}
