// What is answered in the certificate wizard so far. The password is not part of it: that is never kept.
import type { CallInput, CallOutput } from '../../../preload/contract/index.ts';

export type ImportDraft = {
  step: string;
  source: 'file' | 'make' | 'order' | null;
  file: CallOutput<'file.pick'> | null;
  /** The key is in a file of its own, and which. */
  separate: boolean;
  keyFile: CallOutput<'file.pick'> | null;
  entry: number | null;
  /** What the person may change of what the file says. */
  name: string;
  enterpriseName: string;
  enterpriseNumber: string;
  /** What the file said of these. */
  proposed: Named;
};
type Named = { name: string; enterpriseName: string; enterpriseNumber: string };

export const emptyImport: ImportDraft = {
  step: 'choose',
  source: null,
  file: null,
  separate: false,
  keyFile: null,
  entry: null,
  name: '',
  enterpriseName: '',
  enterpriseNumber: '',
  proposed: { name: '', enterpriseName: '', enterpriseNumber: '' },
};

/** What a file says takes the place of what an earlier file said, never of what was typed. */
export function proposing(draft: ImportDraft, says: Partial<Named>): Partial<ImportDraft> {
  const proposed = { ...draft.proposed, ...says };
  const now = (name: keyof Named) => (draft[name] === draft.proposed[name] ? proposed[name] : draft[name]);
  const [name, enterpriseName, enterpriseNumber] = [
    now('name'),
    now('enterpriseName'),
    now('enterpriseNumber'),
  ];
  return { proposed, name, enterpriseName, enterpriseNumber };
}

/** A file was chosen: of the one before it nothing may stay. */
export const chosen = (draft: ImportDraft, file: CallOutput<'file.pick'>): Partial<ImportDraft> => ({
  ...proposing(draft, { name: nameOfFile(file.name), enterpriseName: '', enterpriseNumber: '' }),
  file,
  entry: null,
});

/** Whether it may well open without a password: by their names, no file is a container, which always has one. */
export const mayBeBare = ({ file, separate, keyFile }: ImportDraft): boolean =>
  [file, separate ? keyFile : null].every((one) => one === null || !/\.(p12|pfx|jks)$/i.test(one.name));

/** `zalen-park-2024.p12` → `zalen-park-2024`: a name to begin with. */
export const nameOfFile = (file: string): string =>
  file
    .replace(/\.[a-z0-9]{1,6}$/i, '')
    .trim()
    .slice(0, 120);

/** How the file is opened; the enterprise only where it was filled in. */
export function containerOf(draft: ImportDraft, password: string): CallInput<'certificate.inspect'> {
  const enterpriseName = draft.enterpriseName.trim();
  const enterpriseNumber = draft.enterpriseNumber.trim();
  return {
    selectionId: draft.file?.selectionId ?? '',
    password,
    ...(draft.separate && draft.keyFile !== null ? { keySelectionId: draft.keyFile.selectionId } : {}),
    ...(draft.entry === null ? {} : { entry: draft.entry }),
    ...(enterpriseName === '' ? {} : { enterpriseName }),
    ...(enterpriseNumber === '' ? {} : { enterpriseNumber }),
  };
}
