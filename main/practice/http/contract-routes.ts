// Serves the operations of one contract under a base path, with the checks in their fixed order:
// 401 no or bad token, 403 scope, 400 schema; data and business rules are the handlers' part.
import { bodyIssues, parameterIssues } from '../contract/check-request.ts';
import type { Contract, Operation } from '../contract/load-contract.ts';
import { acceptsJson, isMediaType, parseJson } from './body.ts';
import type { Exchange, Reply } from './exchange.ts';
import * as problems from './problem.ts';

export interface Call<Caller> {
  readonly caller: Caller;
  readonly operation: Operation;
  readonly parameters: Readonly<Record<string, string>>;
  readonly json: unknown;
  readonly exchange: Exchange;
}

export interface Refused {
  readonly refused: Reply;
}

export interface ContractRoutes<Caller> {
  readonly contract: Contract;
  readonly basePath: string;
  /** Identifies the caller and checks its scope, or refuses. */
  authorise(operation: Operation, exchange: Exchange): { caller: Caller } | Refused;
  readonly handlers: Readonly<Record<string, (call: Call<Caller>) => Reply>>;
}

const decode = (value: string): string => {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
};

const jsonOf = (operation: Operation, exchange: Exchange): { json: unknown } | Refused => {
  if (operation.body === undefined) return { json: undefined };
  if (!operation.body.required && exchange.body.length === 0) return { json: undefined };
  if (!isMediaType(exchange.headers['content-type'], operation.body.mediaType)) {
    return { refused: problems.unsupportedMediaType() };
  }
  const json = parseJson(exchange.body);
  if (json === undefined) {
    return { refused: problems.badRequest([problems.invalidInput('', undefined, 'the body is not JSON')]) };
  }
  return { json };
};

/**
 * A handler for everything under the base path; undefined when the path is not below it. The contract is read at the first request:
 * an operation that nobody handles fails that one, whichever operation it asks for.
 */
export const serveContract = <Caller>(
  routes: ContractRoutes<Caller>,
): ((exchange: Exchange) => Reply | undefined) => {
  const perform = (operation: Operation, match: RegExpExecArray, exchange: Exchange): Reply => {
    const access = routes.authorise(operation, exchange);
    if ('refused' in access) return access.refused;
    if (!acceptsJson(exchange.headers.accept)) return problems.notAcceptable();
    const parameters: Record<string, string> = {};
    for (const [key, value] of exchange.url.searchParams) parameters[key] = value;
    for (const [key, value] of Object.entries(match.groups ?? {})) parameters[key] = decode(value);
    const wrong = parameterIssues(operation, parameters, exchange);
    const body = jsonOf(operation, exchange);
    if ('refused' in body) return body.refused;
    const issues = [...wrong, ...bodyIssues(operation, body.json)];
    if (issues.length > 0) return problems.badRequest(issues);
    const handler = routes.handlers[operation.id];
    if (handler === undefined) return problems.noSuchPath();
    return handler({ caller: access.caller, operation, parameters, json: body.json, exchange });
  };
  let complete = false;
  const mustBeComplete = (): void => {
    if (complete) return;
    for (const { id } of routes.contract.operations) {
      if (routes.handlers[id] === undefined) throw new Error(`no handler for ${id}`);
    }
    complete = true;
  };
  return (exchange) => {
    if (!exchange.path.startsWith(`${routes.basePath}/`)) return undefined;
    mustBeComplete();
    const rest = exchange.path.slice(routes.basePath.length);
    const allowed: string[] = [];
    for (const operation of routes.contract.operations) {
      const match = operation.path.exec(rest);
      if (match === null) continue;
      if (operation.method === exchange.method) return perform(operation, match, exchange);
      allowed.push(operation.method);
    }
    return allowed.length > 0 ? problems.methodNotAllowed(allowed.join(', ')) : problems.noSuchPath();
  };
};
