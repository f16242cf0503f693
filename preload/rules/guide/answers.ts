// What a person answers before the road is known. Facts about the enterprise are asked once and in this order.
import type { Service } from '../../contract/services.ts';

/** For whom: own workers, clients of a mandatary, sister companies, or participants of a training provider. */
export const audiences = ['ownWorkers', 'clients', 'group', 'participants'] as const;
export type Audience = (typeof audiences)[number];

/** Each company of the group by itself, or one of them for all. Source: guide of the API channel, 2.3. */
export const groupWays = ['each', 'one'] as const;
export type GroupWay = (typeof groupWays)[number];

/** As what an enterprise files for clients. */
export const mandataryKinds = ['socialSecretariat', 'serviceProvider'] as const;
export type MandataryKind = (typeof mandataryKinds)[number];

/** Who does this work with social security for an employer. */
export const accessKeepers = ['self', 'mandatary'] as const;
export type AccessKeeper = (typeof accessKeepers)[number];

export const sizes = ['under10', 'from10to49', 'from50'] as const;
export type Size = (typeof sizes)[number];

/** Where the certificate with its key is: nowhere yet, with us, or with IT or a vendor. */
export const certificatePlaces = ['none', 'own', 'elsewhere'] as const;
export type CertificatePlace = (typeof certificatePlaces)[number];

/** What one does with presences: each has a right of its own in Chaman. */
export const presenceUses = ['register', 'consult'] as const;
export type PresenceUse = (typeof presenceUses)[number];

export type GuideAnswers = {
  services: readonly Service[];
  audience: Audience;
  groupWay: GroupWay;
  mandataryKind: MandataryKind;
  access: AccessKeeper;
  size: Size;
  /** A REST account in Chaman exists in the quality that is needed. */
  account: boolean;
  certificate: CertificatePlace;
  /** Only with the service of presences; without it: register. */
  presences?: PresenceUse | undefined;
};

/** What is stopped. */
export const stopKinds = ['right', 'certificate', 'account', 'mandate'] as const;
export type StopKind = (typeof stopKinds)[number];
