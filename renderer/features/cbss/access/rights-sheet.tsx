// The four functions that are off until an authorisation of the Crossroads Bank is recorded for each (seed 003).
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CbssProfile, type CbssRight, cbssRightSchema } from '../../../../preload/contract/cbss.ts';
import { useAct } from '../../../calls.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { DatedForm } from './dated-form.tsx';

export function RightsSheet({ profile }: { profile: CbssProfile }) {
  const { t } = useTranslation('cbss');
  const formats = useFormats();
  const toast = useToast();
  const authorise = useAct('cbss.authorise');
  const [open, setOpen] = useState<CbssRight | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const left = useRef<CbssRight | null>(null);
  // The form goes with the button that had the focus: it stays at its right.
  useEffect(() => {
    if (open !== null || left.current === null) return;
    list.current?.querySelector<HTMLElement>(`[data-right="${left.current}"] button`)?.focus();
    left.current = null;
  }, [open]);
  const back = (right: CbssRight): void => {
    left.current = right;
    setOpen(null);
  };
  const set = async (right: CbssRight, given: { reference: string; date: string } | null): Promise<void> => {
    const done = await authorise.run({ right, authorisation: given });
    if (!done.ok) return;
    toast({ text: t(given === null ? 'rights.taken' : 'rights.recorded') });
    back(right);
  };
  return (
    <Sheet title={t('rights.title')} stacked>
      <p>{t('rights.what')}</p>
      {profile.practiceOffered && <p className="quiet-text">{t('rights.practice')}</p>}
      <ul className="record-list" ref={list}>
        {cbssRightSchema.options.map((right) => {
          const given = profile.authorisations.find((one) => one.right === right);
          const name = t(`rights.${right}`);
          return (
            <li key={right} data-right={right}>
              <span className="record-title">{name}</span>
              <Chip tone={given === undefined ? 'plain' : 'ok'} icon={given === undefined ? 'lock' : 'check'}>
                {t(given === undefined ? 'profile.off' : 'profile.on')}
              </Chip>
              {open === right ? (
                <DatedForm
                  name={right}
                  words={{
                    reference: t('rights.reference'),
                    referenceHint: t('rights.referenceHint'),
                    referenceMissing: t('rights.referenceMissing'),
                    date: t('rights.date'),
                    dateMissing: t('rights.dateMissing'),
                    act: t('rights.record'),
                  }}
                  busy={authorise.busy}
                  onSave={(authorisation) => void set(right, authorisation)}
                  onCancel={() => back(right)}
                />
              ) : given === undefined ? (
                <Button small label={t('rights.recordOf', { right: name })} onPress={() => setOpen(right)}>
                  {t('rights.record')}
                </Button>
              ) : (
                <Button
                  small
                  plain
                  busy={authorise.busy}
                  label={t('rights.takeBackOf', { right: name })}
                  onPress={() => void set(right, null)}
                >
                  {t('rights.takeBack')}
                </Button>
              )}
              <p className="quiet-text">
                {given === undefined
                  ? t('rights.notGranted')
                  : t('rights.granted', { date: formats.day(given.date), reference: given.reference })}
              </p>
            </li>
          );
        })}
      </ul>
      <FailureNote failure={authorise.failure} />
    </Sheet>
  );
}
