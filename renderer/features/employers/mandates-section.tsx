// On the page of an employer: its mandates with their quarters, and what the service's last answer said of each.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Employer } from '../../../preload/contract/employers.ts';
import type { Mandate } from '../../../preload/contract/routes.ts';
import { useAct, useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { useFailureSentence } from '../../ui/failure.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { MandateDialog } from './mandate-dialog.tsx';
import { MandateAnswer, useSpan } from './route-words.tsx';
import { StopDialog } from './stop-dialog.tsx';

type Open = { what: 'record' } | { what: 'change' | 'end'; mandate: Mandate } | null;

export function MandatesSection({ employer }: { employer: Employer }) {
  const { t } = useTranslation('routes');
  const mandates = useCall('mandate.list', { employerId: employer.id });
  const [open, setOpen] = useState<Open>(null);
  const rows = mandates.data?.rows ?? [];
  const close = () => setOpen(null);
  return (
    <Sheet title={t('mandate.title')} flush>
      <div className="sheet-body panel">
        <p className="quiet-text">{t('mandate.lead')}</p>
        <div className="row-of">
          <Button small icon="plus" onPress={() => setOpen({ what: 'record' })}>
            {t('mandate.record')}
          </Button>
        </div>
      </div>
      {mandates.data !== undefined && rows.length === 0 ? (
        <Empty slim icon="file" title={t('mandate.none')} />
      ) : (
        <ul>
          {rows.map((mandate) => (
            <MandateLine key={mandate.id} mandate={mandate} onOpen={(what) => setOpen({ what, mandate })} />
          ))}
        </ul>
      )}
      {open?.what === 'record' && <MandateDialog employer={employer} onClose={close} />}
      {open?.what === 'change' && (
        <MandateDialog employer={employer} mandate={open.mandate} onClose={close} />
      )}
      {open?.what === 'end' && (
        <StopDialog
          subject={{ kind: 'mandate', mandate: open.mandate }}
          name={open.mandate.mandataryName ?? open.mandate.mandataryNumber}
          onClose={close}
        />
      )}
    </Sheet>
  );
}

function MandateLine({ mandate, onOpen }: { mandate: Mandate; onOpen: (what: 'change' | 'end') => void }) {
  const { t } = useTranslation('routes');
  const formats = useFormats();
  const toast = useToast();
  const span = useSpan();
  const sentence = useFailureSentence();
  const update = useAct('mandate.update');
  const remove = useAct('mandate.remove');
  const restore = useAct('mandate.restore');
  const { id, mandataryNumber, startQuarter, endQuarter, revision } = mandate;
  const name = mandate.mandataryName ?? formats.enterpriseNumber(mandataryNumber);
  const putRight = async (): Promise<void> => {
    const terms = { mandataryNumber, startQuarter, endQuarter };
    const result = await update.run({ id, expectedRevision: revision, ...terms });
    toast(result.ok ? { text: t('mandate.putRightDone') } : { text: sentence(result.failure), tone: 'bad' });
  };
  const takeOff = async (): Promise<void> => {
    const result = await remove.run({ id });
    if (!result.ok) return toast({ text: sentence(result.failure), tone: 'bad' });
    return toast({
      text: t('mandate.removed'),
      act: { label: t('mandate.undo'), onAct: () => void restore.run({ id }) },
    });
  };
  const saidAt = mandate.lastAnswerAt ?? mandate.recordedAt;
  const said = t(`mandate.said.${mandate.lastAnswer ?? 'none'}`, {
    day: saidAt === '' ? '–' : formats.dayOf(saidAt),
  });
  const refuted = mandate.time === 'now' && mandate.lastAnswer === 'refuted';
  return (
    <li className="task">
      <MandateAnswer mandate={mandate} />
      <div>
        <div className="what">{name}</div>
        <div className="who">
          {mandate.mandataryName !== null && (
            <span className="number">{formats.enterpriseNumber(mandataryNumber)}</span>
          )}
          {mandate.mandataryName !== null && ' · '}
          {t(`services.${mandate.service}`)} · {span(mandate)}
        </div>
        {mandate.time === 'now' && <div className="who">{said}</div>}
        {refuted && (
          <>
            <div className="who">{t('mandate.refutedWhat')}</div>
            <Button small busy={update.busy} onPress={() => void putRight()}>
              {t('mandate.putRight')}
            </Button>
          </>
        )}
      </div>
      <div className="do">
        <Menu
          label={t('mandate.menu')}
          about={`${name}, ${span(mandate)}`}
          acts={[
            { id: 'change', label: t('mandate.change'), onAct: () => onOpen('change') },
            ...(mandate.time === 'past'
              ? []
              : [{ id: 'end', label: t('mandate.end'), onAct: () => onOpen('end') }]),
            { id: 'remove', label: t('mandate.remove'), onAct: () => void takeOff() },
          ]}
        />
      </div>
    </li>
  );
}
