// Short messages over the side panel, never over rows: what happened, with a link or a way back.
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
import { Icon } from './icon.tsx';

export type ToastMessage = {
  /** What happened, in one sentence. */
  text: string;
  more?: ReactNode;
  tone?: 'ok' | 'warn' | 'bad';
  act?: { label: string; onAct: () => void };
};
type Shown = ToastMessage & { id: number };

const ToastContext = createContext<(message: ToastMessage) => void>(() => undefined);

/** Shows a message for ten seconds; one with an act, or a bad one, stays until it is closed. */
export const useToast = (): ((message: ToastMessage) => void) => useContext(ToastContext);

const shownFor = 10_000;

export function ToastProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation('shell');
  const [shown, setShown] = useState<Shown[]>([]);
  const nextId = useRef(1);
  const close = useCallback((id: number) => setShown((all) => all.filter((toast) => toast.id !== id)), []);
  const show = useCallback((message: ToastMessage) => {
    const id = nextId.current++;
    setShown((all) => [...all.slice(-2), { ...message, id }]);
  }, []);
  const region = useMemo(
    () =>
      shown.map((toast) => (
        <ToastSlip key={toast.id} toast={toast} closeLabel={t('close')} onClose={() => close(toast.id)} />
      )),
    [shown, close, t],
  );
  return (
    <ToastContext value={show}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {region}
      </div>
    </ToastContext>
  );
}

type SlipProps = { toast: Shown; closeLabel: string; onClose: () => void };

function ToastSlip({ toast, closeLabel, onClose }: SlipProps) {
  const stays = toast.act !== undefined || toast.tone === 'bad';
  const end = useRef(onClose);
  end.current = onClose;
  useEffect(() => {
    if (stays) return undefined;
    const timer = setTimeout(() => end.current(), shownFor);
    return () => clearTimeout(timer);
  }, [stays]);
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
              icon="undo"
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
