// A link inside the app, as words or as a button. Paths hold internal ids only.
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { buttonClass } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';

type LinkButtonProps = {
  to: string;
  children: ReactNode;
  icon?: IconName;
  next?: boolean;
  primary?: boolean;
  plain?: boolean;
  small?: boolean;
  /** Before the page changes. */
  onFollow?: () => void;
};

export function LinkButton({ to, children, icon, next, onFollow, ...look }: LinkButtonProps) {
  return (
    <Link href={to} className={buttonClass(look)} {...(onFollow === undefined ? {} : { onClick: onFollow })}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
      {next === true && <Icon name="next" turns />}
    </Link>
  );
}

export function TextLink({ to, children }: { to: string; children: ReactNode }) {
  return <Link href={to}>{children}</Link>;
}
