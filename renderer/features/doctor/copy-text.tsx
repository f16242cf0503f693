// A text to paste elsewhere: shown as it is, with a button that puts it on the clipboard.
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';

type CopyTextProps = {
  name: string;
  label: string;
  hint?: string;
  text: string;
  act: string;
  /** It appears because copying was asked for: copied as it appears. */
  atOnce?: boolean;
};

export function CopyText({ name, label, hint, text, act, atOnce = false }: CopyTextProps) {
  const { t } = useTranslation('doctor');
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  const copy = useCallback((): void => {
    field.current?.focus();
    field.current?.select();
    // The older way needs no permission, which the page does not have.
    setSaid(document.execCommand('copy') ? t('copied') : t('copyByHand'));
  }, [t]);
  useEffect(() => {
    if (atOnce) copy();
  }, [atOnce, copy]);
  return (
    <div className="form">
      <TextField
        ref={field}
        name={name}
        label={label}
        {...(hint === undefined ? {} : { hint })}
        lines={Math.min(16, Math.max(6, text.split('\n').length))}
        defaultValue={text}
      />
      <div className="row-of">
        <Button icon="copy" onPress={copy}>
          {act}
        </Button>
        <span role="status">{said}</span>
      </div>
    </div>
  );
}
