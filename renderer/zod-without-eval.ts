// Imported first: the page's policy forbids `new Function`, which zod would otherwise try for speed.
const settings = globalThis as typeof globalThis & { __zod_globalConfig?: { jitless?: boolean } };
settings.__zod_globalConfig = { ...settings.__zod_globalConfig, jitless: true };

export {};
