// Makes the next file of an organisation: what happened since its last one to persons whom it has inscribed. A day without anything
// still has its file, and the numbers have no gap. Rules F1 and F2 of the register's contract.
import { existsSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { type MadeFile, makeFile, toldOnce } from './mutation-file.ts';
import { type CbssParts, today } from './parts.ts';

export interface Wish {
  readonly receiver: string;
  /** Reference date; today when absent. */
  readonly date?: string | undefined;
  /** As though everybody were inscribed by the receiver. */
  readonly everybody?: boolean | undefined;
}

export interface Emitted {
  readonly fileSequenceNumber: number;
  readonly recordCount: number;
  readonly files: readonly [MadeFile, MadeFile];
}

/** Takes the next number; what it tells is not told again. */
export const emit = (parts: CbssParts, { receiver, date, everybody = false }: Wish): Emitted =>
  parts.events.together(() => {
    const last = parts.events.lastFile(receiver);
    const events = toldOnce(parts.events.since(last?.lastEvent ?? 0, everybody ? undefined : receiver));
    const sequence = (last?.sequence ?? 0) + 1;
    const createdAt = new Date(parts.clock.wallNow()).toISOString();
    const files = makeFile({ receiver, sequence, referenceDate: date ?? today(parts), createdAt }, events);
    parts.events.addFile({
      owner: receiver,
      sequence,
      name: files[0].name,
      createdAt,
      lastEvent: parts.events.lastId(),
      records: events.length,
      file: files[0].bytes,
      voucher: files[1].bytes,
    });
    return { fileSequenceNumber: sequence, recordCount: events.length, files };
  });

export const isFolder = (path: string): boolean =>
  isAbsolute(path) && existsSync(path) && statSync(path).isDirectory();

/** Each whole or not at all, the voucher last: who watches the folder may open the file as soon as the voucher is there. */
export const writeInto = (folder: string, files: readonly MadeFile[]): void => {
  for (const { name, bytes } of files) {
    const place = join(folder, name);
    writeFileSync(`${place}.part`, bytes);
    renameSync(`${place}.part`, place);
  }
};
