// A button that opens a menu of acts, and one that opens a small panel with anything in it.
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover as AriaPopover } from 'react-aria-components/Popover';
import { buttonClass } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';

export type MenuAct = { id: string; label: string; icon?: IconName; onAct: () => void };

type TriggerLook = {
  label: string;
  /** What it acts on, read aloud after the label: several menus of one list must differ. */
  about?: string;
  icon?: IconName;
  small?: boolean;
  plain?: boolean;
  iconOnly?: boolean;
};

function TriggerButton({ label, about, icon, small = true, plain = false, iconOnly = false }: TriggerLook) {
  return (
    <AriaButton
      className={buttonClass({ small, plain }, iconOnly)}
      {...(iconOnly ? { 'aria-label': label } : {})}
    >
      {icon !== undefined && <Icon name={icon} />}
      {!iconOnly && label}
      {about !== undefined && <span className="only-read-aloud">: {about}</span>}
      {!iconOnly && !(plain && icon !== undefined) && <Icon name="down" />}
    </AriaButton>
  );
}

export function Menu({ acts, ...look }: TriggerLook & { acts: MenuAct[] }) {
  return (
    <MenuTrigger>
      <TriggerButton {...look} />
      <AriaPopover className="popover" placement="bottom end" offset={4}>
        <AriaMenu className="menu" aria-label={look.label}>
          {acts.map((act) => (
            <MenuItem
              key={act.id}
              id={act.id}
              className="menu-item"
              textValue={act.label}
              onAction={act.onAct}
            >
              {act.icon !== undefined && <Icon name={act.icon} />}
              {act.label}
            </MenuItem>
          ))}
        </AriaMenu>
      </AriaPopover>
    </MenuTrigger>
  );
}

/** For filters and explanations: opens under its button, closes with Escape. */
export function Popover({
  children,
  ...look
}: TriggerLook & { children: ReactNode | ((close: () => void) => ReactNode) }) {
  return (
    <DialogTrigger>
      <TriggerButton {...look} />
      <AriaPopover className="popover" placement="bottom start" offset={4}>
        <Dialog className="popover-inside" aria-label={look.label}>
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
