// What was asked, found, missing, failed and differing for a client, and the acts on all of it.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { useAct } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Facts } from '../../ui/facts.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useToast } from '../../ui/toast.tsx';
import { outcomeIds } from './rescue-words.tsx';
import { useUndoAdopt } from './undo-adopt.ts';

type Report = CallOutput<'rescue.report'>;

export function Completeness({ report }: { report: Report }) {
  const { t } = useTranslation('rescue');
  const formats = useFormats();
  const { client, tally, rights, onlyHere, onlyThere } = report;
  const { found, empty, failed, waiting, asked } = client.counts;
  const counted = { found, empty, failed, waiting: waiting + asked };
  return (
    <>
      <Sheet title={t('report.title')} stacked>
        <Facts
          facts={[
            { label: t('report.asked'), value: formats.number(found + empty + failed + waiting + asked) },
            ...(['found', 'empty', 'failed', 'waiting'] as const).map((state) => ({
              label: t(`states.${state}`),
              value: formats.number(counted[state]),
            })),
            {
              label: t('report.listed'),
              value: client.listedAt === null ? t('report.notListed') : formats.moment(client.listedAt),
            },
          ]}
        />
        <h3>{t('report.compared')}</h3>
        <Facts
          facts={outcomeIds.map((outcome) => ({
            label: t(`outcomes.${outcome}`),
            value: formats.number(tally[outcome]),
          }))}
        />
        <h3>{t('rights.title')}</h3>
        <Facts
          facts={[
            { label: t('rights.report'), value: formats.number(rights.told) },
            { label: t('rights.reportDiffer'), value: formats.number(rights.differing) },
          ]}
        />
        <Names title={t('report.onlyHere', { count: onlyHere.total })} side={onlyHere} />
        <Names title={t('report.onlyThere', { count: onlyThere.total })} side={onlyThere} />
        <AdoptAll report={report} />
      </Sheet>
      {report.adoptions.length > 0 && <Adoptions adoptions={report.adoptions} />}
      {report.evidence.length > 0 && (
        <Sheet title={t('report.evidence')} stacked>
          <ul className="plain-list">
            {report.evidence.map(({ id, name, bytes, hash }) => (
              <li key={id}>
                <span className="address">{name}</span>{' '}
                <span className="quiet-text">
                  {t('report.evidenceOf', { size: formats.kilobytes(bytes), hash: hash.slice(0, 12) })}
                </span>{' '}
                <SaveOriginal id={id} name={name} />
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </>
  );
}

function SaveOriginal({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation('rescue');
  const toast = useToast();
  const save = useAct('rescue.saveEvidence');
  const run = async (): Promise<void> => {
    const result = await save.run({ id });
    if (result.ok && result.value.saved)
      toast({ text: t('report.originalSaved', { name: result.value.name }) });
  };
  return (
    <>
      <Button
        small
        plain
        icon="download"
        busy={save.busy}
        label={`${t('report.saveOriginal')}: ${name}`}
        onPress={() => void run()}
      >
        {t('report.saveOriginal')}
      </Button>
      <FailureNote failure={save.failure} />
    </>
  );
}

function Names({ title, side }: { title: string; side: Report['onlyHere'] }) {
  if (side.total === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <ul className="plain-list">
        {side.names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </details>
  );
}

function AdoptAll({ report }: { report: Report }) {
  const { t } = useTranslation('rescue');
  const toast = useToast();
  const adopt = useAct('rescue.adopt');
  const undo = useUndoAdopt();
  const [asking, setAsking] = useState(false);
  const count = report.adoptable;
  const run = async (): Promise<void> => {
    const result = await adopt.run({ employerId: report.client.employerId });
    setAsking(false);
    if (!result.ok) return;
    const { adoptionId, adopted } = result.value;
    toast({
      text: t('adopt.done', { count: adopted }),
      ...(adoptionId === null
        ? {}
        : { act: { label: t('report.undo'), onAct: () => void undo.run(adoptionId) } }),
    });
  };
  return (
    <>
      {count > 0 && (
        <div className="row-of">
          <Button small icon="download" onPress={() => setAsking(true)}>
            {t('acts.adopt', { count })}
          </Button>
        </div>
      )}
      <FailureNote failure={adopt.failure ?? undo.failure} />
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('adopt.title')}
        act={t('acts.adopt', { count })}
        busy={adopt.busy}
        onAct={() => void run()}
      >
        <p>{t('adopt.what', { count })}</p>
      </ConfirmDialog>
    </>
  );
}

function Adoptions({ adoptions }: { adoptions: Report['adoptions'] }) {
  const { t } = useTranslation('rescue');
  const formats = useFormats();
  const undo = useUndoAdopt();
  return (
    <Sheet title={t('report.adoptions')} stacked>
      <ul className="plain-list">
        {adoptions.map(({ id, at, adopted, undoneAt }) => (
          <li key={id} className="row-of">
            <span>{t('report.adoption', { moment: formats.moment(at), count: adopted })}</span>
            {undoneAt === null ? (
              <Button small plain icon="undo" busy={undo.busy} onPress={() => void undo.run(id)}>
                {t('report.undo')}
              </Button>
            ) : (
              <span className="quiet-text">{t('report.undone')}</span>
            )}
          </li>
        ))}
      </ul>
      <FailureNote failure={undo.failure} />
    </Sheet>
  );
}
