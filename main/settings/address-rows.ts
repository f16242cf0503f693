// The addresses and scopes in use, each with how sure it is, for Settings to show.
import type { HandlerOutput } from '../../preload/contract/index.ts';
import type { Environment, Stated } from '../platform/environment.ts';
import type { Environments } from './environments.ts';

type Row = HandlerOutput<'settings.addresses'>['rows'][number];

/** The one in use first; practice only shows addresses while its service runs. */
export function addressRows(environments: Environments, inUse: Environment): Row[] {
  const others = [...environments.values()].filter(({ name }) => name !== inUse.name);
  return [inUse, ...others].flatMap(rowsOf).slice(0, 200);
}

function rowsOf({ name, oauth, services }: Environment): Row[] {
  const stated: [string, Stated | null][] = [
    ['oauth.tokenUrl', oauth.tokenUrl],
    ['oauth.audience', oauth.audience],
    ...Object.entries(services).flatMap(([service, { baseUrl, scopes }]): [string, Stated | null][] => [
      [`${service}.baseUrl`, baseUrl],
      ...Object.entries(scopes).map(([name, scope]): [string, Stated | null] => [
        `${service}.scopes.${name}`,
        scope,
      ]),
    ]),
  ];
  return stated.flatMap(([what, fact]) =>
    fact === null || fact.value === ''
      ? []
      : [{ environment: name, what, value: fact.value, certainty: fact.status }],
  );
}
