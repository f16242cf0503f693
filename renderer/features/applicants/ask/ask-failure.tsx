// Why nothing was asked: in plain words, with the way to a request that is open already, or what is wrong with the number.
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../preload/contract/result.ts';
import { FailureNote } from '../../../ui/failure.tsx';
import { TextLink } from '../../../ui/link-button.tsx';
import { Note } from '../../../ui/note.tsx';
import { ArrangeInPractice } from '../../employers/arrange-in-practice.tsx';

type AskFailureProps = { failure: Failure | null; employerId: string | null };

export function AskFailure({ failure, employerId }: AskFailureProps) {
  const { t } = useTranslation('applicants');
  const open = failure?.code === 'alreadyExists' ? failure.details?.['id'] : undefined;
  const reason = failure?.code === 'identifierInvalid' ? failure.details?.['reason'] : undefined;
  if (reason === 'numberCanceled' || reason === 'numberUnknown')
    return (
      <div role="alert">
        <Note tone="bad">{t(`ask.number.${reason}`)}</Note>
      </div>
    );
  if (typeof open !== 'string')
    return (
      <>
        <FailureNote failure={failure} />
        <ArrangeInPractice failure={failure} employerId={employerId} />
      </>
    );
  return (
    <div role="alert">
      <Note tone="warn">
        <p>{t('ask.duplicate')}</p>
        <p>
          <TextLink to={`/applicants/${open}`}>{t('ask.openDuplicate')}</TextLink>
        </p>
      </Note>
    </div>
  );
}
