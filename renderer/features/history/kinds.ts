// The groups by which events are filtered, with their icons.
import type { IconName } from '../../ui/icon-shapes.ts';
import { kindGroups } from './kind-groups.ts';

export type KindGroup = keyof typeof kindGroups;
export type KnownKind = (typeof kindGroups)[KindGroup][number];

export const groupIds = Object.keys(kindGroups) as KindGroup[];

const known = new Map<string, KindGroup>(
  groupIds.flatMap((group) => kindGroups[group].map((kind): [string, KindGroup] => [kind, group])),
);

/** A kind of a newer version is shown by its own name. */
export const isKnownKind = (kind: string): kind is KnownKind => known.has(kind);

const icons: Record<KindGroup, IconName> = {
  sending: 'send',
  training: 'book',
  people: 'people',
  presences: 'clock',
  applicants: 'qr',
  connection: 'link',
  app: 'gear',
};

export const iconOf = (kind: string): IconName => icons[known.get(kind) ?? 'app'];

/** All kinds of the chosen groups; none chosen asks for every kind. */
export const kindsOf = (groups: readonly KindGroup[]): string[] =>
  groups.length === groupIds.length ? [] : groups.flatMap((group) => kindGroups[group]);
