// Approvals of which the service does not say to which request they belong: a person compares and confirms.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicantRequest } from '../../../../preload/contract/applicants.ts';
import { inszSchema } from '../../../../preload/contract/values.ts';
import { useAct } from '../../../calls.ts';
import { writeInsz } from '../../../i18n/formats.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { useMoments } from './moments.ts';
import type { ShownRequest } from './use-request.ts';

type Candidate = ShownRequest['candidates'][number];
type CandidatesProps = { request: ApplicantRequest; candidates: Candidate[]; now: string };

const written = ({ name, insz }: Candidate): string =>
  name === null ? writeInsz(insz) : `${name}, ${writeInsz(insz)}`;

export function Candidates({ request, candidates, now }: CandidatesProps) {
  const { t } = useTranslation('applicants');
  const moments = useMoments();
  const link = useAct('applicantRequest.link');
  const [chosen, setChosen] = useState<Candidate | null>(null);
  if (!request.toLink || candidates.length === 0) return null;
  const confirm = async (): Promise<void> => {
    const insz = inszSchema.safeParse(chosen?.insz).data;
    if (insz !== undefined) await link.run({ id: request.id, expectedRevision: request.revision, insz });
    setChosen(null);
  };
  return (
    <Sheet title={t('desk.candidates.title')} stacked>
      <p>{t('desk.candidates.what')}</p>
      <ul className="candidates">
        {candidates.map((candidate) => (
          <li key={candidate.insz}>
            <span>
              {candidate.name !== null && <b>{candidate.name}</b>}{' '}
              <span className="number">{writeInsz(candidate.insz)}</span>
            </span>
            <span className="quiet-text">
              {t('desk.candidates.on', { day: moments.day(candidate.approvedOn, now) })}
            </span>
            <Button small onPress={() => setChosen(candidate)}>
              {t('desk.candidates.act')}
              <span className="only-read-aloud">: {written(candidate)}</span>
            </Button>
          </li>
        ))}
      </ul>
      <FailureNote failure={link.failure} />
      <ConfirmDialog
        open={chosen !== null}
        onClose={() => setChosen(null)}
        title={t('desk.candidates.confirmTitle')}
        act={t('desk.candidates.confirm')}
        busy={link.busy}
        onAct={() => void confirm()}
      >
        <p>{t('desk.candidates.confirmWhat', { person: chosen === null ? '' : written(chosen) })}</p>
      </ConfirmDialog>
    </Sheet>
  );
}
