// Participants pasted from a spreadsheet: read on this page, added to the list as they stand, for the rules to tell.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Participant } from '../../../preload/contract/training-provider.ts';
import {
  maxParticipants,
  readParticipants,
} from '../../../preload/rules/training-provider/read-participants.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';

type PasteDialogProps = {
  people: Participant[];
  onClose: () => void;
  onAdd: (people: Participant[]) => void;
};

export function PasteDialog({ people, onClose, onAdd }: PasteDialogProps) {
  const { t } = useTranslation('training-provider');
  const { t: shell } = useTranslation('shell');
  const formats = useFormats();
  const toast = useToast();
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const nothing = tried && text.trim() === '';
  const add = (): void => {
    setTried(true);
    const read = readParticipants(text);
    if (read.people.length === 0) {
      document.getElementById('f-participants')?.focus();
      return;
    }
    const room = Math.max(0, maxParticipants - people.length);
    const dropped = read.dropped + Math.max(0, read.people.length - room);
    onAdd([...people, ...read.people.slice(0, room)]);
    const lines = read.unknownStatus.slice(0, 20).map((line) => formats.number(line));
    const remarks = [
      ...(dropped > 0 ? [t('paste.dropped', { count: dropped })] : []),
      ...(lines.length > 0 ? [t('paste.unknownStatus', { lines: lines.join(', ') })] : []),
    ];
    toast({
      text: t('paste.added', { count: Math.min(room, read.people.length) }),
      ...(remarks.length > 0 ? { more: remarks.join(' '), tone: 'warn' as const } : {}),
    });
    onClose();
  };
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t('paste.title')}
      acts={
        <>
          <Button onPress={onClose}>{shell('notNow')}</Button>
          <Button primary onPress={add}>
            {t('paste.act')}
          </Button>
        </>
      }
    >
      <TextField
        name="participants"
        label={t('paste.label')}
        hint={t('paste.hint')}
        lines={10}
        maxLength={200_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        {...(nothing ? { error: t('paste.nothing') } : {})}
      />
    </Dialog>
  );
}
