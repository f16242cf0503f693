// What can be done with an answer: read again, keep as a PDF, give the access up, erase; the last two are asked once more.
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicantRequest } from '../../../../preload/contract/applicants.ts';
import { type Language, languages } from '../../../../preload/contract/values.ts';
import { type Act, useAct } from '../../../calls.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { languageNames } from '../../../i18n/languages.ts';
import { Button } from '../../../ui/button.tsx';
import { CheckboxField } from '../../../ui/choice-fields.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { useSavedToast } from '../../../ui/open-saved.tsx';
import { canRead } from '../board/slip-words.ts';
import { PurposeField, usePurpose } from './purpose.tsx';

export function AnswerActs({
  request,
  reading,
}: {
  request: ApplicantRequest;
  reading: Act<'applicantAnswer.read'>;
}) {
  const { t } = useTranslation('applicants');
  const savedToast = useSavedToast();
  const [purpose] = usePurpose();
  const pdf = useAct('applicantAnswer.savePdf');
  const { id, answer } = request;
  const shown = answer !== null && answer.gone === null;
  const save = async (language: Language): Promise<void> => {
    const result = await pdf.run({ id, language });
    if (result.ok && result.value.saved)
      savedToast(t('answer.pdfSaved', { name: result.value.name }), result.value.name);
  };
  return (
    <>
      {canRead(request) && <PurposeField />}
      <div className="row-of">
        {canRead(request) && (
          <Button
            icon={answer === null ? 'book' : 'again'}
            primary={answer === null}
            busy={reading.busy}
            onPress={() => void reading.run({ id, purpose })}
          >
            {t(answer === null ? 'answer.read' : 'answer.readAgain')}
          </Button>
        )}
        {shown && (
          <Menu
            label={t('answer.savePdf')}
            icon="download"
            small={false}
            acts={languages.map((language) => ({
              id: language,
              label: languageNames[language],
              onAct: () => void save(language),
            }))}
          />
        )}
        {canRead(request) && <Renounce request={request} />}
        {request.column !== 'asked' && answer !== null && <Erase request={request} />}
      </div>
      <FailureNote failure={pdf.failure?.code === 'fileNotChosen' ? null : pdf.failure} />
    </>
  );
}

function Renounce({ request: { id, revision } }: { request: ApplicantRequest }) {
  const { t } = useTranslation('applicants');
  const renounce = useAct('applicantRequest.renounce');
  return (
    <Asked
      label={t('answer.renounce.label')}
      title={t('answer.renounce.title')}
      act={t('answer.renounce.act')}
      run={renounce}
      onAct={() => renounce.run({ id, expectedRevision: revision })}
    >
      {t('answer.renounce.what')}
    </Asked>
  );
}

/** The access at the service goes on after an erasure, unless it is given up first, while it is known whose it is. */
function Erase({ request }: { request: ApplicantRequest }) {
  const { t } = useTranslation('applicants');
  const formats = useFormats();
  const { id, revision, accesses } = request;
  const erase = useAct('applicantCare.erase');
  const renounce = useAct('applicantRequest.renounce');
  const [gives, setGives] = useState(false);
  const running = accesses.filter(({ state }) => state === 'active').map(({ until }) => until);
  const until = running.sort().at(-1);
  const act = async (): Promise<{ ok: boolean }> => {
    if (gives && until !== undefined) {
      const given = await renounce.run({ id, expectedRevision: revision });
      if (!given.ok) return given;
    }
    return erase.run({ id });
  };
  return (
    <Asked
      label={t('answer.erase.label')}
      title={t('answer.erase.title')}
      act={t('answer.erase.act')}
      run={{ busy: erase.busy || renounce.busy, failure: erase.failure ?? renounce.failure }}
      onAct={act}
      choice={
        until !== undefined && (
          <CheckboxField
            name="giveUp"
            label={t('answer.erase.giveUp')}
            hint={t('answer.erase.giveUpHint', { until: formats.day(until, 'long') })}
            checked={gives}
            onChange={({ target }) => setGives(target.checked)}
          />
        )
      }
    >
      {t('answer.erase.what')}
    </Asked>
  );
}

type AskedProps = {
  label: string;
  title: string;
  act: string;
  run: Pick<Act<'applicantCare.erase'>, 'busy' | 'failure'>;
  onAct: () => Promise<{ ok: boolean }>;
  /** What is to be chosen before the act. */
  choice?: ReactNode;
  children: ReactNode;
};

/** A failure is said in the dialog, which then stays. */
function Asked({ label, title, act, run, onAct, choice, children }: AskedProps) {
  const [open, setOpen] = useState(false);
  const go = async (): Promise<void> => {
    const result = await onAct();
    if (result.ok) setOpen(false);
  };
  return (
    <>
      <Button plain onPress={() => setOpen(true)}>
        {label}
      </Button>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        title={title}
        act={act}
        danger
        busy={run.busy}
        onAct={() => void go()}
      >
        <p>{children}</p>
        {choice}
        <FailureNote failure={run.failure} />
      </ConfirmDialog>
    </>
  );
}
