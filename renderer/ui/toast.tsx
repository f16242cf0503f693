// Short messages that go by themselves: what happened, with a link or a way back. They wait while somebody is at them, and
// lie in a corner of the window where no main act is.
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import { useFreeCorner } from './use-free-corner.ts';

export type ToastMessage = {
  /** What happened, in one sentence. */
  text: string;
  more?: ReactNode;
  tone?: 'ok' | 'warn' | 'bad';
  act?: { label: string; onAct: () => void; icon?: IconName };
};
type Shown = ToastMessage & { id: number };

const ToastContext = createContext<(message: ToastMessage) => void>(() => undefined);

/** Shows a message for six seconds, for twelve where there is something to press or to take in. */
export const useToast = (): ((message: ToastMessage) => void) => useContext(ToastContext);

const shownFor = 6_000;
const shownLonger = 12_000;

export function ToastProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation('shell');
  const [shown, setShown] = useState<Shown[]>([]);
  const [held, setHeld] = useState(false);
  const pile = useRef<HTMLDivElement>(null);
  const corner = useFreeCorner(pile, shown);
  const nextId = useRef(1);
  const close = useCallback((id: number) => setShown((all) => all.filter((toast) => toast.id !== id)), []);
  const show = useCallback((message: ToastMessage) => {
    const id = nextId.current++;
    setShown((all) => [...all.slice(-1), { ...message, id }]);
  }, []);
  const region = useMemo(
    () =>
      shown.map((toast) => (
        <ToastSlip
          key={toast.id}
          toast={toast}
          held={held}
          closeLabel={t('close')}
          onClose={() => close(toast.id)}
        />
      )),
    [shown, held, close, t],
  );
  const none = shown.length === 0;
  // A slip that is closed by hand under the pointer leaves nothing behind that could hold the next one.
  useEffect(() => {
    if (none) setHeld(false);
  }, [none]);
  return (
    <ToastContext value={show}>
      {children}
      <div
        className="toasts"
        ref={pile}
        data-corner={corner}
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
        role="status"
        aria-live="polite"
      >
        {region}
      </div>
    </ToastContext>
  );
}

type SlipProps = { toast: Shown; held: boolean; closeLabel: string; onClose: () => void };

function ToastSlip({ toast, held, closeLabel, onClose }: SlipProps) {
  const time = toast.act !== undefined || toast.tone === 'bad' ? shownLonger : shownFor;
  const end = useRef(onClose);
  end.current = onClose;
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => end.current(), time);
    return () => clearTimeout(timer);
  }, [held, time]);
  const icon = toast.tone === 'bad' ? 'refused' : toast.tone === 'warn' ? 'warn' : 'check-ring';
  return (
    <div className={classNames('toast', toast.tone)}>
      <Icon name={icon} />
      <span>
        <strong>{toast.text}</strong> {toast.more}
        {toast.act !== undefined && (
          <span className="row-of">
            <Button
              small
              icon={toast.act.icon ?? 'undo'}
              onPress={() => {
                toast.act?.onAct();
                onClose();
              }}
            >
              {toast.act.label}
            </Button>
          </span>
        )}
      </span>
      <Button small plain icon="cross" label={closeLabel} onPress={onClose} />
    </div>
  );
}
