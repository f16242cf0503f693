// The facts of an environment by name, as they are shown, entered and reset: `oauth.tokenUrl`, `fla.scopes.employer`.
import type { FactRow } from '../../preload/contract/going-live.ts';
import type { Environment, Stated } from '../platform/environment.ts';

export type FactKind = FactRow['kind'];
export type Fact = { name: string; kind: FactKind; stated: Stated | null };

type Holder = Record<string, Stated | null | undefined>;

/** In the order in which they are asked for. */
export function factsOf(environment: Environment): Fact[] {
  const { oauth, services, templates, issuers } = environment;
  return [
    { name: 'oauth.tokenUrl', kind: 'address', stated: oauth.tokenUrl },
    { name: 'oauth.audience', kind: 'text', stated: oauth.audience },
    ...Object.entries(services).flatMap(([service, { baseUrl, scopes }]): Fact[] => [
      { name: `${service}.baseUrl`, kind: 'address', stated: baseUrl },
      ...providerAddress(service, environment),
      ...Object.entries(scopes).map(
        ([name, stated]): Fact => ({ name: `${service}.scopes.${name}`, kind: 'scope', stated }),
      ),
    ]),
    { name: 'templates.applicantLink', kind: 'template', stated: templates?.applicantLink ?? null },
    { name: 'templates.posterQr', kind: 'template', stated: templates?.posterQr ?? null },
    { name: 'issuers', kind: 'issuers', stated: issuers ?? null },
  ];
}

/** The training account has an address of its own for training providers, where it is known at all. */
function providerAddress(service: string, { services }: Environment): Fact[] {
  const stated = services.fla.trainingProviderBaseUrl;
  return service === 'fla' && stated !== undefined
    ? [{ name: 'fla.trainingProviderBaseUrl', kind: 'address', stated }]
    : [];
}

/** Puts a fact in its place; false when there is no such place. */
export function putFact(environment: Environment, name: string, stated: Stated): boolean {
  const place = placeOf(environment, name);
  if (place === null) return false;
  place.holder[place.key] = stated;
  return true;
}

function placeOf(environment: Environment, name: string): { holder: Holder; key: string } | null {
  const [first = '', second = '', third = ''] = name.split('.');
  if (name === 'issuers') return { holder: environment as unknown as Holder, key: 'issuers' };
  if (first === 'oauth') return known(environment.oauth, second);
  if (first === 'templates') {
    environment.templates ??= { applicantLink: null, posterQr: null };
    return known(environment.templates, second);
  }
  if (!Object.hasOwn(environment.services, first)) return null;
  const service = environment.services[first as keyof Environment['services']];
  if (second === 'baseUrl' && third === '') return { holder: service as unknown as Holder, key: 'baseUrl' };
  if (first === 'fla' && second === 'trainingProviderBaseUrl') return known(service, second);
  return second === 'scopes' ? known(service.scopes, third) : null;
}

const known = (holder: object, key: string): { holder: Holder; key: string } | null =>
  Object.hasOwn(holder, key) ? { holder: holder as Holder, key } : null;
