// The two acts at the head of the applicants' pages: turn the screen to the applicant, and ask the next one.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../calls.ts';
import { Button } from '../../../ui/button.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { takeScreen } from '../../registration-point/full-screen.ts';
import { ApplicantFace } from './applicant-face.tsx';
import { isOpen } from './use-request.ts';

/** `id`: the request in hand; null: none, so there is nothing to show. */
export function HeadActs({ id }: { id: string | null }) {
  const { t } = useTranslation('applicants');
  const shown = useCall('applicantRequest.get', { id: id ?? '' }, { enabled: id !== null });
  const [turned, setTurned] = useState(false);
  const showable = shown.data !== undefined && isOpen(shown.data.request) && shown.data.link !== null;
  // One main act in view: here it is reading.
  const toRead = shown.data?.request.column === 'approved' && !shown.data.request.otherCitizen;
  const turn = (): void => {
    // Only a press may take the screen.
    takeScreen();
    setTurned(true);
  };
  return (
    <>
      {showable && (
        <Button icon="screen" onPress={turn}>
          {t('common.show')}
        </Button>
      )}
      <LinkButton primary={!toRead} icon="plus" to="/applicants/new">
        {t('common.new')}
      </LinkButton>
      {turned && shown.data !== undefined && (
        <ApplicantFace shown={shown.data} onClose={() => setTurned(false)} />
      )}
    </>
  );
}
