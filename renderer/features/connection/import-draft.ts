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
  name: string;
  enterpriseName: string;
  enterpriseNumber: string;
};

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
};

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
