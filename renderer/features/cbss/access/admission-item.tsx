// One step of the admission, with its e-mail and whether it was done.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../preload/contract/index.ts';
import { useAct } from '../../../calls.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { brusselsToday } from '../../connection/today.ts';
import { AdmissionMail } from './admission-mail.tsx';
import { DatedForm } from './dated-form.tsx';

type Step = CallOutput<'cbssAdmission.show'>['steps'][number];

/** Steps that begin with a letter of one's own. */
const written: readonly Step['step'][] = ['certificate', 'urn', 'permission', 'support'];

export function AdmissionItem({ step, address, done }: Step) {
  const { t } = useTranslation('cbss');
  const formats = useFormats();
  const mark = useAct('cbssAdmission.mark');
  const [open, setOpen] = useState(false);
  const [closed, setClosed] = useState(0);
  const item = useRef<HTMLLIElement>(null);
  // The form goes with the button that had the focus: it stays at its step.
  useEffect(() => {
    if (closed > 0) item.current?.querySelector('button')?.focus();
  }, [closed]);
  const title = t(`admission.steps.${step}.title`);
  const back = (): void => {
    setOpen(false);
    setClosed((count) => count + 1);
  };
  const save = async ({ date, reference }: { date: string; reference: string }): Promise<void> => {
    const kept = await mark.run({ step, done: { on: date, reference } });
    if (kept.ok) back();
  };
  return (
    <li ref={item} data-step={step}>
      <span className="record-title">{title}</span>
      <Chip tone={done === null ? 'plain' : 'ok'} icon={done === null ? 'planned' : 'check'}>
        {done === null
          ? t('admission.state.open')
          : t('admission.state.done', { date: formats.day(done.on) })}
      </Chip>
      {open && done === null ? (
        <DatedForm
          name={step}
          words={{
            reference: t('admission.ref'),
            referenceHint: t('admission.refHint'),
            date: t('admission.on'),
            dateMissing: t('admission.onMissing'),
            act: t('admission.save'),
          }}
          firstDate={brusselsToday()}
          busy={mark.busy}
          onSave={(given) => void save(given)}
          onCancel={back}
        />
      ) : (
        <Button
          small
          plain={done !== null}
          busy={mark.busy}
          label={t(done === null ? 'admission.markOf' : 'admission.unmarkOf', { step: title })}
          onPress={() => (done === null ? setOpen(true) : void mark.run({ step, done: null }))}
        >
          {t(done === null ? 'admission.mark' : 'admission.unmark')}
        </Button>
      )}
      <p>{t(`admission.steps.${step}.what`)}</p>
      <p className="quiet-text">
        {t('admission.who')}: {t(`admission.steps.${step}.who`)}
        {address !== null && (
          <>
            . {t('admission.address')}: <span className="address">{address}</span>
          </>
        )}
        {done !== null && done.reference !== '' && (
          <>. {t('admission.reference', { reference: done.reference })}</>
        )}
      </p>
      {written.includes(step) && <AdmissionMail step={step} />}
      <FailureNote failure={mark.failure} />
    </li>
  );
}
