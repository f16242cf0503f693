// The two readers that are WebAssembly: found on the disk beside the bundle or in their packages, never fetched, and held
// to a limit of memory. Their own ways of finding themselves would ask a network.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type WasmName, wasmFiles } from './wasm-files.ts';

/** Bytes that one of them may grow to: enough for a picture of 50 million points, too little to hurt a small computer. */
export const mostWasmBytes = 640 * 1024 * 1024;
const pageBytes = 65_536;

/** What is used of WebAssembly's own interface, which the types of Node leave out. */
type Memory = { readonly buffer: ArrayBuffer; grow(pages: number): number };
type Instance = { readonly exports: Record<string, unknown> };
type Wasm = {
  compile(bytes: Uint8Array): Promise<object>;
  instantiate(module: object, imports: object): Promise<Instance>;
  Memory: abstract new () => Memory;
};
const wasm = Reflect.get(globalThis, 'WebAssembly') as Wasm;

type Ready = (instance: Instance, module: object) => unknown;
export type Instantiate = (imports: object, ready: Ready) => Record<string, never>;

function wasmPath(name: WasmName): string {
  const here = import.meta.dirname;
  const beside = [join(here, 'wasm', name), join(here, '..', 'wasm', name)];
  return beside.find((file) => existsSync(file)) ?? createRequire(import.meta.url).resolve(wasmFiles[name]);
}

/** For Emscripten's `instantiateWasm`. What asks for more memory than allowed gets none, as on a full computer. */
export async function boundedWasm(name: WasmName): Promise<Instantiate> {
  const module = await wasm.compile(await readFile(wasmPath(name)));
  return (imports, ready) => {
    void wasm.instantiate(module, imports).then((instance) => {
      for (const value of Object.values(instance.exports)) if (value instanceof wasm.Memory) bound(value);
      ready(instance, module);
    });
    return {};
  };
}

function bound(memory: Memory): void {
  const grow = memory.grow.bind(memory);
  memory.grow = (pages) => {
    if (memory.buffer.byteLength + pages * pageBytes > mostWasmBytes) throw new RangeError('no more memory');
    return grow(pages);
  };
}
