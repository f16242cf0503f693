// The official code from a file that is chosen or dropped, from a picture that is pasted, or from the camera.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import type { Failure, Result } from '../../../preload/contract/result.ts';
import { takeFiles } from '../../bridge.ts';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { FailureNote } from '../../ui/failure.tsx';
import { useFieldId } from '../../ui/field.tsx';
import { useFileDrop } from '../../ui/file-drop.ts';
import { Icon } from '../../ui/icon.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Note } from '../../ui/note.tsx';
import { CodeChoice } from './code-choice.tsx';
import { choicesOf, type FoundRead, useReadWords } from './code-choices.ts';
import { greyPicture, mostPasted } from './grey-picture.ts';
import './works-code.css';

type Codes = CallOutput<'worksCode.readFile'>['codes'];

const unreadable: Failure = { code: 'fileUnreadable', retry: 'never', traceId: '' };

type CodeSourceProps = {
  onTake: (read: FoundRead) => void;
  /** One of several, pressed: the button that was pressed goes. */
  onChoose: (read: FoundRead) => void;
  /** What the camera saw before this page. */
  scanned?: Codes | null;
  camera?: boolean;
};

export function CodeSource({ onTake, onChoose, scanned = null, camera = false }: CodeSourceProps) {
  const { t } = useTranslation('scan');
  const words = useReadWords();
  const id = useFieldId('code');
  const pick = useAct('file.pick');
  const readFile = useAct('worksCode.readFile');
  const readPicture = useAct('worksCode.readPicture');
  const [codes, setCodes] = useState<Codes | null>(scanned);
  const [failure, setFailure] = useState<Failure | null>(null);
  const take = (result: Result<{ codes: Codes }>): void => {
    setFailure(result.ok ? null : result.failure);
    setCodes(result.ok ? result.value.codes : null);
    if (!result.ok) return;
    const [only, ...more] = choicesOf(result.value.codes.map(({ read }) => read));
    if (only !== undefined && more.length === 0) onTake(only);
  };
  const takeOne = async (files: Result<{ selectionId: string }[]>): Promise<void> => {
    const [first] = files.ok ? files.value : [];
    if (!files.ok) setFailure(files.failure.code === 'fileNotChosen' ? null : files.failure);
    else if (first === undefined) setFailure(unreadable);
    else take(await readFile.run({ selectionId: first.selectionId }));
  };
  const choose = async (): Promise<void> => {
    const picked = await pick.run({ purpose: 'worksCode' });
    await takeOne(picked.ok ? { ok: true, value: [picked.value] } : picked);
  };
  const drop = useFileDrop((taken) => void takeOne(taken));
  usePaste(async (files) => {
    const [file] = files;
    // A picture from the clipboard has no place on the disk; a copied file has, and main reads it there.
    const bitmap = file?.type.startsWith('image/') ? await createImageBitmap(file).catch(() => null) : null;
    if (bitmap === null) return takeOne(await takeFiles(files));
    const picture = greyPicture(bitmap, bitmap, mostPasted);
    bitmap.close();
    return picture === null ? setFailure(unreadable) : take(await readPicture.run(picture));
  });
  const reads = codes?.map(({ read }) => read) ?? [];
  const choices = choicesOf(reads);
  const chosen = (read: FoundRead): void => {
    setCodes(null);
    onChoose(read);
  };
  return (
    <div className="field" {...drop.place}>
      <span className="legend" id={`${id}-label`}>
        {t('label')}
      </span>
      <span className="hint">{t('hint')}</span>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of a name and buttons, not a set of fields */}
      <div
        className={classNames('file code-source', drop.over && 'over')}
        role="group"
        aria-labelledby={`${id}-label`}
      >
        <Icon name="qr" />
        <span className="quiet-text">{t(drop.over ? 'dropHere' : 'paste')}</span>
        <span className="at-end">
          <Button small busy={pick.busy || readFile.busy || readPicture.busy} onPress={() => void choose()}>
            {t('choose')}
          </Button>
          {camera && (
            <LinkButton small to="/presences/works/scan">
              {t('useCamera')}
            </LinkButton>
          )}
        </span>
      </div>
      <FailureNote failure={failure} />
      {codes !== null && choices.length === 0 && (
        <Note tone="warn" announce>
          {codes.length === 0
            ? t('noCode')
            : [...new Set(reads.map(words))].map((line) => <p key={line}>{line}</p>)}
        </Note>
      )}
      <CodeChoice reads={reads} onTake={chosen} />
    </div>
  );
}

/** Files pasted anywhere on the page; text goes on into its field. */
function usePaste(onPaste: (files: readonly File[]) => Promise<void>): void {
  useEffect(() => {
    const hear = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      void onPaste(files);
    };
    document.addEventListener('paste', hear);
    return () => document.removeEventListener('paste', hear);
  });
}
