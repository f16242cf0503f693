// The camera of the scanning page: opened through main, looked at some times a second, stopped when the page is left.
import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import type { CallOutput } from '../../../preload/contract/index.ts';
import type { Failure } from '../../../preload/contract/result.ts';
import { call } from '../../bridge.ts';
import { greyPicture, mostOfFrame } from './grey-picture.ts';

export type CameraState = 'opening' | 'open' | 'none' | 'refused' | 'inUse' | Failure;
type Codes = CallOutput<'worksCode.readFrame'>['codes'];

/** Milliseconds from an answer to the next frame. */
const pauseMs = 150;

const reasons: Record<string, CameraState> = {
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotAllowedError: 'refused',
  NotReadableError: 'inUse',
};

/** `onCodes` hears every frame with a code in it. */
export function useCamera(
  video: RefObject<HTMLVideoElement | null>,
  onCodes: (codes: Codes) => void,
): CameraState {
  const [state, setState] = useState<CameraState>('opening');
  const tell = useEffectEvent(onCodes);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    let stream: MediaStream | null = null;
    const end = (): void => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    const run = async (): Promise<void> => {
      const opened = await call('worksCode.openCamera', {});
      if (signal.aborted) return;
      if (!opened.ok) return setState(opened.failure);
      stream = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: 'environment', width: { ideal: 1_280 } },
      });
      const shown = video.current;
      if (signal.aborted || shown === null) return end();
      shown.srcObject = stream;
      await shown.play();
      setState('open');
      while (!signal.aborted) {
        const size = { width: shown.videoWidth, height: shown.videoHeight };
        const frame = greyPicture(shown, size, mostOfFrame);
        const read = frame === null ? null : await call('worksCode.readFrame', frame);
        if (signal.aborted) return;
        if (read !== null && !read.ok) return setState(read.failure);
        if (read !== null && read.value.codes.length > 0) tell(read.value.codes);
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    };
    run().catch((error: unknown) => {
      if (!signal.aborted) setState(reasons[error instanceof Error ? error.name : ''] ?? 'inUse');
    });
    return () => {
      stop.abort();
      end();
      void call('worksCode.closeCamera', {});
    };
  }, [video]);
  return state;
}
