// A row of the staging room: JSON, packed, so that main writes, reads and erases a fifth of it and takes it from the worker uncopied.
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { StagedBlock } from './feed-values.ts';

/** With memory of its own, which can be handed to another thread. */
export const packBlock = (block: StagedBlock): Uint8Array<ArrayBuffer> =>
  new Uint8Array(deflateRawSync(JSON.stringify(block), { level: 1 }));

export const readBlock = (packed: Uint8Array): StagedBlock =>
  JSON.parse(inflateRawSync(packed).toString()) as StagedBlock;
