// The inscription service behind its two paths, loaded with its XML library when it is first asked: every other start stays quick.
import { PATHS } from '../environment-entry.ts';
import type { Exchange, Reply } from '../http/exchange.ts';
import type { CbssParts } from './parts.ts';

export interface LoadedWhenAsked {
  prepare(path: string): Promise<void>;
  /** Undefined for a path that is none of its two. */
  serve(exchange: Exchange): Reply | undefined;
}

const isOurs = (path: string): boolean => path === PATHS.cbss || path === PATHS.cbssTest;

/** `contracts` is the folder of the schemas. */
export const loadedWhenAsked = (parts: CbssParts, contracts: string): LoadedWhenAsked => {
  let service: ((exchange: Exchange) => Reply) | undefined;
  return {
    prepare: async (path) => {
      if (!isOurs(path) || service !== undefined) return;
      const [{ createCbssService }, { loadSchemas }] = await Promise.all([
        import('./service.ts'),
        import('./schema-files.ts'),
      ]);
      service ??= createCbssService(parts, loadSchemas(contracts));
    },
    serve: (exchange) => (isOurs(exchange.path) ? service?.(exchange) : undefined),
  };
};
