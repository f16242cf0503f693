// Leaving the registration point: the PIN, typed or pressed. Wrong ones wait; without a touch the sheet goes by itself.
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../preload/contract/result.ts';
import { call } from '../../bridge.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useFailureSentence } from '../../ui/failure.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Keypad } from './keypad.tsx';

/** Without a touch, in ms. */
const patience = 30_000;
const shortest = 6;
const longest = 64;

/** What is wrong with the PIN, with how many seconds to wait where that is known. */
function useWhy(): (failure: Failure) => string {
  const { t } = useTranslation('registration-point');
  const sentence = useFailureSentence();
  return (failure) => {
    const seconds = failure.details?.['seconds'];
    if (failure.code === 'pinLater' && typeof seconds === 'number')
      return t('leave.wait', { count: seconds });
    return failure.code === 'pinWrong' ? t('leave.wrong') : sentence(failure);
  };
}

export function LeaveSheet({ onClose, onLeft }: { onClose: () => void; onLeft: () => void }) {
  const { t } = useTranslation('registration-point');
  const why = useWhy();
  const field = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const touched = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(onClose, patience);
  }, [onClose]);
  useEffect(() => {
    touched();
    return () => clearTimeout(timer.current);
  }, [touched]);
  const change = (next: (text: string) => string): void => {
    touched();
    setProblem(null);
    if (field.current === null) return;
    field.current.value = next(field.current.value).slice(0, longest);
    field.current.focus();
  };
  const leave = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault();
    touched();
    const pin = field.current?.value ?? '';
    if (busy) return;
    if (pin.length < shortest) return setProblem(t('leave.short', { count: shortest }));
    setBusy(true);
    const answer = await call('point.leave', { pin });
    setBusy(false);
    change(() => '');
    // Where nothing is on any more, there is nothing to leave either.
    if (answer.ok || answer.failure.code === 'stateNotAllowed') onLeft();
    else setProblem(why(answer.failure));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('leave.title')}
      acts={
        <>
          <Button onPress={onClose}>{t('leave.back')}</Button>
          <Button primary busy={busy} onPress={() => void leave()}>
            {t('leave.act')}
          </Button>
        </>
      }
    >
      <form className="point-leave" noValidate onSubmit={(event) => void leave(event)}>
        <label htmlFor="point-pin">{t('leave.pin')}</label>
        <input
          ref={field}
          id="point-pin"
          className="input"
          type="password"
          autoComplete="off"
          maxLength={longest}
          aria-describedby="point-pin-why"
          aria-invalid={problem !== null}
          autoFocus
          onInput={() => {
            touched();
            setProblem(null);
          }}
        />
        <p id="point-pin-why" role="alert" className={problem === null ? undefined : 'field-error'}>
          {problem !== null && (
            <>
              <Icon name="refused" />
              {problem}
            </>
          )}
        </p>
        <Keypad
          onSign={(sign) => change((text) => text + sign)}
          onBack={() => change((text) => text.slice(0, -1))}
          onClear={() => change(() => '')}
        />
      </form>
    </Dialog>
  );
}
