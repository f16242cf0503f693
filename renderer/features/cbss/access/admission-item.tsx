// One step of the admission, with its e-mail and whether it was done.
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../preload/contract/index.ts';
import { useAct } from '../../../calls.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { brusselsToday } from '../../connection/today.ts';
import { AdmissionMail } from './admission-mail.tsx';

type Step = CallOutput<'cbssAdmission.show'>['steps'][number];

/** Steps that begin with a letter of one's own. */
const written: readonly Step['step'][] = ['certificate', 'urn', 'permission', 'support'];

export function AdmissionItem({ step, address, done }: Step) {
  const { t } = useTranslation('cbss');
  const formats = useFormats();
  const mark = useAct('cbssAdmission.mark');
  const title = t(`admission.steps.${step}.title`);
  const turn = (): void =>
    void mark.run({ step, done: done === null ? { on: brusselsToday(), reference: '' } : null });
  return (
    <li>
      <span className="record-title">{title}</span>
      <Chip tone={done === null ? 'plain' : 'ok'} icon={done === null ? 'planned' : 'check'}>
        {done === null
          ? t('admission.state.open')
          : t('admission.state.done', { date: formats.day(done.on) })}
      </Chip>
      <Button
        small
        plain={done !== null}
        busy={mark.busy}
        label={t(done === null ? 'admission.markOf' : 'admission.unmarkOf', { step: title })}
        onPress={turn}
      >
        {t(done === null ? 'admission.mark' : 'admission.unmark')}
      </Button>
      <p>{t(`admission.steps.${step}.what`)}</p>
      <p className="quiet-text">
        {t('admission.who')}: {t(`admission.steps.${step}.who`)}
        {address !== null && (
          <>
            . {t('admission.address')}: <span className="address">{address}</span>
          </>
        )}
      </p>
      {written.includes(step) && <AdmissionMail step={step} />}
      <FailureNote failure={mark.failure} />
    </li>
  );
}
