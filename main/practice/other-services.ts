// The services that practice does not play yet: each answers its health to a token that carries one of its scopes.
import type { Contract } from './contract/load-contract.ts';
import { type OtherServiceName, PATHS, type Scopes } from './environment-entry.ts';
import { serveContract } from './http/contract-routes.ts';
import { type Exchange, ok, type Reply } from './http/exchange.ts';
import { authoriseBearer, type BearerParts } from './oauth/bearer.ts';

const NAMES = ['dimona'] as const satisfies readonly OtherServiceName[];

/** Undefined for a path below none of them. */
export const createOtherServices = (
  parts: BearerParts & { readonly contract: Contract; readonly scopes: Scopes },
): ((exchange: Exchange) => Reply | undefined) => {
  const services = NAMES.map((name) => {
    const known: (string | undefined)[] = Object.values(parts.scopes[name]).map((scope) => scope?.value);
    const accepted = known.filter((scope) => scope !== undefined);
    return serveContract({
      contract: parts.contract,
      basePath: PATHS[name],
      authorise: (_operation, exchange) => authoriseBearer(parts, exchange, accepted),
      handlers: { getHealth: () => ok({ status: 'UP' }) },
    });
  });
  return (exchange) => {
    for (const service of services) {
      const reply = service(exchange);
      if (reply !== undefined) return reply;
    }
    return undefined;
  };
};
