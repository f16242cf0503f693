// The subcontractors of a declaration of works: who registers here beside the employer, and in which days.
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { IdentifierField } from '../../ui/identifier-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { emptySubcontractor, type SubcontractorTyped } from './subcontractors-typed.ts';
import './subcontractors.css';

/** As many as main keeps with one declaration. */
const most = 200;

type SubcontractorFieldsProps = {
  all: readonly SubcontractorTyped[];
  onChange: (change: (all: readonly SubcontractorTyped[]) => readonly SubcontractorTyped[]) => void;
  problems: readonly FieldProblem[];
  attempt: number;
};

export function SubcontractorFields({ all, onChange, problems, attempt }: SubcontractorFieldsProps) {
  const { t } = useTranslation('scan');
  const toast = useToast();
  const remove = (one: SubcontractorTyped, at: number): void => {
    onChange((known) => known.filter(({ key }) => key !== one.key));
    // The button that was pressed is gone: the next of its kind is beside it.
    requestAnimationFrame(() =>
      document.getElementById('subcontractors-add')?.querySelector('button')?.focus(),
    );
    toast({
      text: t('subcontractors.removed', { name: one.name.trim() || one.enterpriseNumber || String(at + 1) }),
      act: {
        label: t('subcontractors.undo'),
        onAct: () => onChange((known) => known.toSpliced(at, 0, one)),
      },
    });
  };
  return (
    <section className="subcontractors" aria-labelledby="subcontractors-title">
      <h2 id="subcontractors-title">{t('subcontractors.title')}</h2>
      <p className="hint">{t('subcontractors.hint')}</p>
      {all.map((one, at) => {
        const change = (more: Partial<SubcontractorTyped>): void =>
          onChange((known) => known.map((other) => (other.key === one.key ? { ...other, ...more } : other)));
        const shown = (field: string) => {
          const name = `subcontractors.${one.key}.${field}`;
          const message = problems.find((problem) => problem.name === name)?.message;
          return { name, ...(attempt > 0 && message !== undefined ? { error: message } : {}) };
        };
        return (
          <fieldset key={one.key} className="subcontractor">
            <legend>{t('subcontractors.one', { number: at + 1 })}</legend>
            <IdentifierField
              {...shown('enterpriseNumber')}
              kind="enterpriseNumber"
              value={one.enterpriseNumber}
              onChange={(event) => change({ enterpriseNumber: event.target.value })}
            />
            <TextField
              {...shown('name')}
              label={t('subcontractors.name')}
              maxLength={200}
              value={one.name}
              onChange={(event) => change({ name: event.target.value })}
            />
            <DateField
              {...shown('startDate')}
              label={t('subcontractors.from')}
              value={one.startDate}
              onChange={(startDate) => change({ startDate })}
            />
            <DateField
              {...shown('endDate')}
              label={t('subcontractors.until')}
              value={one.endDate}
              onChange={(endDate) => change({ endDate })}
            />
            <div className="acts">
              <Button small plain danger onPress={() => remove(one, at)}>
                {t('subcontractors.remove', {
                  name: one.name.trim() || t('subcontractors.one', { number: at + 1 }),
                })}
              </Button>
            </div>
          </fieldset>
        );
      })}
      <div id="subcontractors-add">
        <Button
          small
          icon="plus"
          blocked={all.length >= most && t('subcontractors.full', { most })}
          onPress={() => {
            onChange((known) => [...known, emptySubcontractor()]);
            // Above the button: whoever has no mouse would have to go back for it.
            requestAnimationFrame(() => {
              const [last] = [...document.querySelectorAll('fieldset.subcontractor')].slice(-1);
              last?.querySelector('input')?.focus();
            });
          }}
        >
          {t('subcontractors.add')}
        </Button>
      </div>
    </section>
  );
}
