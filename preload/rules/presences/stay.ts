// What a worker's day is made of: the marks that were registered, and the stays and breaks between them.

export interface Mark {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly type: 'IN' | 'OUT';
  /** Number of the declaration of works. */
  readonly site: string;
}

export interface Stay {
  readonly site: string;
  readonly from: number;
  readonly to: number;
  /**
   * `closed`: arrived and left. `inside`: not left yet, drawn up to now. `uncertain`: the departure is missing, so that the
   * end is only the moment at which it must have been over.
   */
  readonly kind: 'closed' | 'inside' | 'uncertain';
}

export interface Pause {
  readonly site: string;
  readonly from: number;
  readonly to: number;
}

export type Oddity = {
  /** `twoSites`: inside in two places at once. `repeated`: twice the same within five minutes. */
  readonly kind: 'missingIn' | 'missingOut' | 'repeated' | 'twoSites';
  readonly id: string;
  readonly at: number;
};

/** Each kind once, in the order of the day. One press too many is told only of a line of which nothing else is. */
export function oddKinds(oddities: readonly Pick<Oddity, 'kind'>[]): Oddity['kind'][] {
  const kinds = [...new Set(oddities.map(({ kind }) => kind))];
  const others = kinds.filter((kind) => kind !== 'repeated');
  return others.length === 0 ? kinds : others;
}
