// A request as the desk shows it: read again as often as the service is asked, and asked about quickly while it is in front.
import { useEffect } from 'react';
import type { ApplicantRequest } from '../../../../preload/contract/applicants.ts';
import type { CallOutput } from '../../../../preload/contract/index.ts';
import { call } from '../../../bridge.ts';
import { useCall } from '../../../calls.ts';

export type ShownRequest = CallOutput<'applicantRequest.get'>;

/** Something can still come from the service. */
export const isUnderWay = ({ state, toLink }: ApplicantRequest): boolean =>
  toLink || state === 'asking' || state === 'unknown' || state === 'open' || state === 'awaitingAcceptance';

/** The applicant can still scan it. */
export const isOpen = ({ state }: ApplicantRequest): boolean => state === 'open';

const second = 1_000;
/** The service is asked no oftener than this, and main tells of what changed by itself. In ms. */
const oftenest = 2 * second;

/** Main asks the service; this only reads from it, so that what it says of its last look is not old. */
export function useRequest(id: string) {
  const shown = useCall('applicantRequest.get', { id });
  const underWay = shown.data !== undefined && isUnderWay(shown.data.request);
  const every = Math.max((shown.data?.everySeconds ?? 10) * second, oftenest);
  const { refetch } = shown;
  useEffect(() => {
    if (!underWay) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void refetch();
    }, every);
    return () => clearInterval(timer);
  }, [underWay, every, refetch]);
  return { ...shown, underWay };
}

/** Tells main which request this window shows, and whether it is in front. One place in a window may tell. */
export function useWatch(id: string, on: boolean): void {
  useEffect(() => {
    if (!on) return undefined;
    const tell = (): void => {
      const inFront = document.visibilityState === 'visible';
      void call('applicantRequest.watch', { ids: [id], inFront });
    };
    tell();
    document.addEventListener('visibilitychange', tell);
    return () => {
      document.removeEventListener('visibilitychange', tell);
      void call('applicantRequest.watch', { ids: [], inFront: false });
    };
  }, [id, on]);
}
