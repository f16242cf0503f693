// The camera, window by window: allowed from the page's asking until it closes it, leaves it alone or is gone.
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { type FrameReader, startFrameReader } from '../codes/frame-reader.ts';
import type { GreyPicture } from '../codes/grey-picture.ts';
import type { ReadCode } from '../codes/read-pixels.ts';
import type { Session } from '../platform/session.ts';

/** Without a frame for so long (milliseconds) the page has left: the system may take a while to ask the person. */
const leftAloneMs = 60_000;
/** What was seen is known for so long, milliseconds: the window may have to load its page anew in between. */
const rememberedMs = 10 * 60_000;
/** Between two frames that are looked at, milliseconds. */
const leastMs = 100;

export interface Cameras {
  /** Failure notSupportedHere where there is no window. */
  open(windowId: string): Promise<Result<Record<string, never>>>;
  /** Failure stateNotAllowed where the camera is not open. */
  read(windowId: string, frame: GreyPicture): Promise<Result<ReadCode[]>>;
  /** What was seen last, for the page that the scanning one leads to. */
  scanned(windowId: string): ReadCode[];
  close(windowId: string): Promise<void>;
}

export function createCameras({ host, clock }: Pick<Session, 'host' | 'clock'>): Cameras {
  const scanned = new Map<string, { codes: ReadCode[]; at: number }>();
  const open = new Map<string, { reader: FrameReader; last: number; left: NodeJS.Timeout }>();
  const close = async (windowId: string): Promise<void> => {
    const camera = open.get(windowId);
    open.delete(windowId);
    clearTimeout(camera?.left);
    camera?.reader.close();
    await host.allowCamera(windowId, false);
  };
  return {
    async open(windowId) {
      // The page may have been loaded anew, as the window has to for the camera.
      if (open.get(windowId)?.left.refresh() !== undefined) return ok({});
      const allowed = await host.allowCamera(windowId, true);
      if (!allowed.ok) return allowed;
      // A page that was loaded anew for it may have asked again in the meantime.
      if (open.has(windowId)) return ok({});
      scanned.delete(windowId);
      const left = setTimeout(() => void close(windowId), leftAloneMs).unref();
      open.set(windowId, { reader: startFrameReader(), last: 0, left });
      return ok({});
    },
    async read(windowId, frame) {
      const camera = open.get(windowId);
      if (camera === undefined) return fail('stateNotAllowed');
      camera.left.refresh();
      const now = clock.monotonic();
      if (now - camera.last < leastMs) return ok([]);
      camera.last = now;
      const codes = await camera.reader.read(frame);
      if (codes.length > 0) scanned.set(windowId, { codes, at: now });
      return ok(codes);
    },
    scanned(windowId) {
      const last = scanned.get(windowId);
      return last !== undefined && clock.monotonic() - last.at < rememberedMs ? last.codes : [];
    },
    close,
  };
}
