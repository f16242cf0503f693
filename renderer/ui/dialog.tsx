// Dialogs: they hold focus, close with Escape and give focus back to where they were opened.
import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';

type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  acts?: ReactNode;
  wide?: boolean;
  /** An answer is needed: Escape and a press outside do not close it. */
  firm?: boolean;
};

export function Dialog({ open, onClose, title, children, acts, wide = false, firm = false }: DialogProps) {
  return (
    <ModalOverlay
      className="dialog-veil shown"
      isOpen={open}
      isDismissable={!firm}
      isKeyboardDismissDisabled={firm}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={classNames('dialog', wide && 'wide')}>
        <AriaDialog className="dialog-inside">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
          {acts !== undefined && <div className="acts">{acts}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

type ConfirmDialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** Names the act: never "OK". */
  act: string;
  onAct: () => void;
  danger?: boolean;
  busy?: boolean;
  cancel?: string;
};

/** Asks once more before an act that cannot simply be taken back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onClose, title, children, act, onAct, danger = false, busy = false, cancel } = props;
  const { t } = useTranslation('shell');
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      acts={
        <>
          <Button onPress={onClose} autoFocus={danger}>
            {cancel ?? t('notNow')}
          </Button>
          <Button primary={!danger} danger={danger} busy={busy} onPress={onAct} autoFocus={!danger}>
            {act}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
