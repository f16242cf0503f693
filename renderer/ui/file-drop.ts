// A place on which a file can be dropped. The page learns its name and size; its path is known to main only.
import { type DragEvent, useRef, useState } from 'react';
import type { CallOutput } from '../../preload/contract/index.ts';
import type { Result } from '../../preload/contract/result.ts';
import { takeFiles } from '../bridge.ts';

type Dropped = Result<CallOutput<'file.pick'>[]>;

const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files');

/** Handlers for the place, and whether files are held over it. */
export function useFileDrop(onDrop: (dropped: Dropped) => void) {
  const [over, setOver] = useState(false);
  // Each element inside says that it is entered and left too.
  const depth = useRef(0);
  const leave = (by: number): void => {
    depth.current = Math.max(0, depth.current - by);
    setOver(depth.current > 0);
  };
  const place = {
    onDragEnter: (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      depth.current += 1;
      setOver(true);
    },
    onDragOver: (event: DragEvent): void => {
      if (holdsFiles(event)) event.preventDefault();
    },
    onDragLeave: (event: DragEvent): void => {
      if (holdsFiles(event)) leave(1);
    },
    onDrop: (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      leave(Number.POSITIVE_INFINITY);
      void takeFiles(event.dataTransfer.files).then(onDrop);
    },
  };
  return { over, place };
}
