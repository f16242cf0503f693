// The addresses and scopes in use, each with how sure it is, for Settings to show.
import type { HandlerOutput } from '../../preload/contract/index.ts';
import type { Environment } from '../platform/environment.ts';
import type { Environments } from './environments.ts';
import { factsOf } from './facts.ts';

type Row = HandlerOutput<'settings.addresses'>['rows'][number];

/** The one in use first; practice only shows addresses while its service runs. */
export function addressRows(environments: Environments, inUse: Environment): Row[] {
  const others = [...environments.values()].filter(({ name }) => name !== inUse.name);
  return [inUse, ...others].flatMap(rowsOf).slice(0, 200);
}

function rowsOf(environment: Environment): Row[] {
  return factsOf(environment).flatMap(({ name, stated }) =>
    stated === null || stated.value === ''
      ? []
      : [
          {
            environment: environment.name,
            what: name,
            value: stated.value.slice(0, 300),
            certainty: stated.status,
          },
        ],
  );
}
