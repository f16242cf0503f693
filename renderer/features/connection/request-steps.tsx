// From request to certificate: save it, order, wait for the issuer's check, bring back the answer. Who ordered says so.
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CertificateRequest } from '../../../preload/contract/certificates.ts';
import { useAct } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { CheckboxField } from '../../ui/choice-fields.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Note } from '../../ui/note.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useToast } from '../../ui/toast.tsx';

export function RequestSteps({ request, children }: { request: CertificateRequest; children: ReactNode }) {
  const { t } = useTranslation('certificates');
  const ordered = request.orderedAt !== null;
  return (
    <Sheet title={t('requestPage.steps')} flush>
      <ol className="renewal-steps">
        <SaveStep request={request} />
        <OrderStep request={request} />
        <Step state={ordered ? 'now' : 'later'} title={t('requestPage.identity')}>
          <p>{t('requestPage.identityWhat')}</p>
        </Step>
        <Step state={ordered ? 'now' : 'later'} title={t('requestPage.answer')}>
          <p>{t('requestPage.answerWhat')}</p>
          {children}
        </Step>
      </ol>
    </Sheet>
  );
}

const looks = {
  done: { tone: 'ok', icon: 'check' },
  now: { tone: 'moving', icon: 'next' },
  later: { tone: 'plain', icon: 'clock' },
} as const;
type StepProps = { state: keyof typeof looks; title: string; children: ReactNode };

function Step({ state, title, children }: StepProps) {
  const { t } = useTranslation('certificate-life');
  return (
    <li className={state === 'later' ? state : 'now'}>
      <Chip {...looks[state]}>{t(`renewal.${state}`)}</Chip>
      <div>
        <h3>{title}</h3>
        <div className="step-body">{children}</div>
      </div>
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
    <Step state={request.orderedAt === null ? 'now' : 'done'} title={t('requestPage.save')}>
      <p>{t('requestPage.saveWhat')}</p>
      <div className="row-of">
        <Button icon="download" busy={save.busy} onPress={() => void run()}>
          {t('requestPage.saveAct')}
        </Button>
      </div>
      <FailureNote failure={left ? null : save.failure} />
    </Step>
  );
}

function OrderStep({ request }: { request: CertificateRequest }) {
  const { t } = useTranslation('certificates');
  const formats = useFormats();
  const openLink = useAct('app.openLink');
  const mark = useAct('certificate.noteOrder');
  // The tick follows the hand at once; main confirms it a moment later.
  const [wanted, setWanted] = useState<boolean | null>(null);
  const { orderedAt } = request;
  const tick = async (ordered: boolean): Promise<void> => {
    setWanted(ordered);
    await mark.run({ id: request.id, ordered });
    setWanted(null);
  };
  return (
    <Step state={orderedAt === null ? 'now' : 'done'} title={t('requestPage.order')}>
      <p>{t('requestPage.orderWhat')}</p>
      {orderedAt === null && <Note tone="warn">{t('request.assumed')}</Note>}
      <div className="row-of">
        <Button
          icon="globe"
          busy={openLink.busy}
          onPress={() => void openLink.run({ link: 'certificateOrder' })}
        >
          {t('requestPage.orderAct')}
        </Button>
      </div>
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
    </Step>
  );
}
