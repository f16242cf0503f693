// Buttons. One primary in view per page or dialog; what cannot be pressed now says why.
import { type ReactNode, type Ref, useId } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

type Look = { primary?: boolean; danger?: boolean; plain?: boolean; small?: boolean };

export type ButtonProps = Look & {
  children?: ReactNode;
  icon?: IconName;
  /** An arrow that points on, after the words. */
  next?: boolean;
  onPress?: () => void;
  type?: 'button' | 'submit';
  busy?: boolean;
  /** Why it cannot be pressed now; shown next to it and read with it. */
  blocked?: string | null | false;
  /** Needed where the button shows an icon only. */
  label?: string;
  ref?: Ref<HTMLButtonElement>;
  pressed?: boolean;
  controls?: string;
  autoFocus?: boolean;
};

export const buttonClass = ({ primary, danger, plain, small }: Look, square = false): string =>
  classNames(
    'button',
    primary && 'primary',
    danger && 'danger',
    plain && 'plain',
    small && 'small',
    square && 'square',
  );

export function Button(props: ButtonProps) {
  const { children, icon, next, onPress, type = 'button', busy = false, blocked, label, pressed } = props;
  const { t } = useTranslation('shell');
  const whyId = useId();
  const inside = (
    <>
      {busy ? <Icon name="moving" /> : icon === undefined ? null : <Icon name={icon} />}
      {children}
      {next === true && <Icon name="next" turns />}
      {busy && <span className="only-read-aloud">{t('busy')}</span>}
    </>
  );
  const className = buttonClass(props, children === undefined);
  if (blocked) {
    return (
      <span className="blocked">
        <button
          type="button"
          className={className}
          aria-disabled="true"
          aria-describedby={whyId}
          aria-label={label}
        >
          {inside}
        </button>
        <span id={whyId} className="blocked-why">
          {blocked}
        </span>
      </span>
    );
  }
  return (
    <AriaButton
      className={className}
      type={type}
      isPending={busy}
      {...(props.ref === undefined ? {} : { ref: props.ref })}
      {...(props.autoFocus === undefined ? {} : { autoFocus: props.autoFocus })}
      {...(onPress === undefined ? {} : { onPress })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      {...(props.controls === undefined ? {} : { 'aria-controls': props.controls })}
    >
      {inside}
    </AriaButton>
  );
}
