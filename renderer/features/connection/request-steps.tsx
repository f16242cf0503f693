// From request to certificate: save it, order, wait for the issuer's check, bring back the answer. Who ordered says so.
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CertificateRequest } from '../../../preload/contract/certificates.ts';
import { useAct } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxField } from '../../ui/choice-fields.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Note } from '../../ui/note.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useToast } from '../../ui/toast.tsx';

export function RequestSteps({ request, children }: { request: CertificateRequest; children: ReactNode }) {
  const { t } = useTranslation('certificates');
  return (
    <Sheet title={t('requestPage.steps')} flush>
      <ol>
        <SaveStep request={request} />
        <OrderStep request={request} />
        <Step number={3} title={t('requestPage.identity')}>
          {t('requestPage.identityWhat')}
        </Step>
        <Step number={4} title={t('requestPage.answer')} more={children}>
          {t('requestPage.answerWhat')}
        </Step>
      </ol>
    </Sheet>
  );
}

type StepProps = { number: number; title: string; children: ReactNode; act?: ReactNode; more?: ReactNode };

function Step({ number, title, children, act, more }: StepProps) {
  return (
    <li className="task">
      <span className="chip plain" aria-hidden="true">
        {number}
      </span>
      <div>
        <div className="what">{title}</div>
        <div className="who">{children}</div>
        {more}
      </div>
      {act !== undefined && <div className="do">{act}</div>}
    </li>
  );
}

function SaveStep({ request }: { request: CertificateRequest }) {
  const { t } = useTranslation('certificates');
  const toast = useToast();
  const save = useAct('certificate.saveRequest');
  const run = async (): Promise<void> => {
    const result = await save.run({ id: request.id });
    if (result.ok && result.value.saved) toast({ text: t('requestPage.saved', { name: result.value.name }) });
  };
  const left = save.failure?.code === 'fileNotChosen' || save.failure?.code === 'cancelled';
  return (
    <Step
      number={1}
      title={t('requestPage.save')}
      act={
        <Button small icon="download" busy={save.busy} onPress={() => void run()}>
          {t('requestPage.saveAct')}
        </Button>
      }
      more={<FailureNote failure={left ? null : save.failure} />}
    >
      {t('requestPage.saveWhat')}
    </Step>
  );
}

function OrderStep({ request }: { request: CertificateRequest }) {
  const { t } = useTranslation('certificates');
  const formats = useFormats();
  const openLink = useAct('app.openLink');
  const mark = useAct('certificate.markOrdered');
  // The tick follows the hand at once; main confirms it a moment later.
  const [wanted, setWanted] = useState<boolean | null>(null);
  const { orderedAt } = request;
  const tick = async (ordered: boolean): Promise<void> => {
    setWanted(ordered);
    await mark.run({ id: request.id, ordered });
    setWanted(null);
  };
  return (
    <Step
      number={2}
      title={t('requestPage.order')}
      act={
        <Button
          small
          icon="globe"
          busy={openLink.busy}
          onPress={() => void openLink.run({ link: 'certificateOrder' })}
        >
          {t('requestPage.orderAct')}
        </Button>
      }
      more={
        <>
          <Note tone="warn">{t('request.assumed')}</Note>
          <CheckboxField
            name="ordered"
            label={t('requestPage.ordered')}
            {...(orderedAt === null
              ? {}
              : { hint: t('requests.ordered', { date: formats.dayOf(orderedAt, 'long') }) })}
            checked={wanted ?? orderedAt !== null}
            onChange={(event) => void tick(event.target.checked)}
          />
          <FailureNote failure={openLink.failure ?? mark.failure} />
        </>
      }
    >
      {t('requestPage.orderWhat')}
    </Step>
  );
}
