// What is read aloud at the desk: a state that changed while the page was open, and how little is left of the day.
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicantRequest } from '../../../../preload/contract/applicants.ts';
import { stateShown } from './state-panel.tsx';
import type { Mark } from './time-left.ts';

/** Nothing at first: the page itself says where the request stands. */
export function useSaid(request: ApplicantRequest | undefined): {
  said: string;
  onPass: (mark: Mark) => void;
} {
  const { t } = useTranslation('applicants');
  const [said, setSaid] = useState('');
  const before = useRef<string | null>(null);
  const state = request === undefined ? null : stateShown(request);
  const onPass = useCallback((mark: Mark) => setSaid(t(`desk.said.${mark}`)), [t]);
  useEffect(() => {
    if (state === null) return;
    const known = before.current;
    before.current = state;
    if (known === null || known === state) return;
    // Without the name: what is read aloud at a counter is heard by others.
    if (state === 'open') setSaid(t('desk.said.open'));
    else setSaid(t(state === 'approved' ? 'desk.state.approved.somebody' : `desk.state.${state}.title`));
  }, [state, t]);
  return { said, onPass };
}
