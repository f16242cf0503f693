// The issuer's answer: chosen, judged, and kept only then. A wrong one says what it is and changes nothing.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { CallOutput } from '../../../preload/contract/index.ts';
import type { Failure } from '../../../preload/contract/result.ts';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Note } from '../../ui/note.tsx';
import { useToast } from '../../ui/toast.tsx';
import { CriteriaTable } from './criteria-table.tsx';
import { FileChoice, type PickedFile } from './file-choice.tsx';
import { useReportedCall } from './reported-call.ts';
import { VerdictHead } from './verdict-head.tsx';

type Judged = CallOutput<'certificate.inspectAnswer'>;
export type AnswerState = { file: PickedFile | null; judged: Judged | null; failure: Failure | null };

/** What was chosen and what came of it; the choice stands among the steps, its verdict below them. */
export function useAnswer(): AnswerState & { choose: (file: PickedFile) => Promise<void> } {
  const [state, setState] = useState<AnswerState>({ file: null, judged: null, failure: null });
  const inspect = useReportedCall('certificate.inspectAnswer');
  return {
    ...state,
    choose: async (file) => {
      setState({ file, judged: null, failure: null });
      const result = await inspect({ selectionId: file.selectionId });
      setState(
        result.ok
          ? { file, judged: result.value, failure: null }
          : { file, judged: null, failure: result.failure },
      );
    },
  };
}

type AnswerChoiceProps = AnswerState & { choose: (file: PickedFile) => Promise<void> };

export function AnswerChoice({ file, failure, choose }: AnswerChoiceProps) {
  const { t } = useTranslation('certificates');
  return (
    <>
      <FileChoice
        name="answer"
        purpose="certificateAnswer"
        label={t('requestPage.answerLabel')}
        hint={t('requestPage.answerHint')}
        act={t('requestPage.answerAct')}
        file={file}
        onPick={(chosen) => void choose(chosen)}
        error={undefined}
      />
      <FailureNote failure={failure} />
      {failure !== null && <p className="quiet-text">{t('requestPage.nothingLost')}</p>}
    </>
  );
}

export function AnswerVerdict({ file, judged, requestId }: AnswerState & { requestId: string }) {
  const { t } = useTranslation('certificates');
  const [, go] = useLocation();
  const toast = useToast();
  const keep = useAct('certificate.answer');
  if (file === null || judged === null) return null;
  const run = async (): Promise<void> => {
    const result = await keep.run({ selectionId: file.selectionId });
    if (!result.ok) return;
    toast({ text: t('requestPage.kept', { name: judged.name }) });
    go(`/connection/certificates/${result.value.id}`);
  };
  const usable = judged.verdict.verdict !== 'notUsable';
  return (
    <>
      <VerdictHead
        below
        verdict={judged.verdict}
        acts={
          usable ? (
            <Button primary busy={keep.busy} onPress={() => void run()}>
              {t('requestPage.keep')}
            </Button>
          ) : undefined
        }
      />
      {judged.requestId !== requestId && (
        <Note tone="warn">{t('requestPage.otherRequest', { name: judged.name })}</Note>
      )}
      {!usable && <Note>{t('requestPage.nothingLost')}</Note>}
      <FailureNote failure={keep.failure} />
      <CriteriaTable verdict={judged.verdict} />
    </>
  );
}
