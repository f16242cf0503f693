// The WebAssembly that ships with the app: names beside the bundle, and where its packages keep it. The build copies by
// this list, and the readers find their files by it.

export const wasmFiles = {
  'zxing_reader.wasm': 'zxing-wasm/reader/zxing_reader.wasm',
  'pdfium.wasm': '@hyzyla/pdfium/pdfium.wasm',
} as const;
export type WasmName = keyof typeof wasmFiles;
