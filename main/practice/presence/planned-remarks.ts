// Remarks that a person wants to see: the world of practice cannot bring about all of them (founders, Limosa).
import type { SettingStore } from '../store/setting-store.ts';

export interface PlannedRemark {
  readonly code: string;
  /** Only for this worker or this site; absent: for whatever comes next. */
  readonly insz?: string;
  readonly reference?: string;
  /** How many registrations still get it. */
  readonly times: number;
}

const NAME = 'plannedRemarks';

export const plannedRemarks = (settings: SettingStore): PlannedRemark[] =>
  JSON.parse(settings.get(NAME) ?? '[]') as PlannedRemark[];

export const planRemarks = (settings: SettingStore, planned: readonly PlannedRemark[]): void =>
  settings.set(NAME, JSON.stringify(planned));

/** The codes planned for a registration; each use counts. */
export const takePlanned = (
  settings: SettingStore,
  presence: { insz: string; reference: string },
): string[] => {
  const planned = plannedRemarks(settings);
  const fits = (one: PlannedRemark): boolean =>
    (one.insz === undefined || one.insz === presence.insz) &&
    (one.reference === undefined || one.reference === presence.reference);
  const taken = planned.filter(fits);
  if (taken.length === 0) return [];
  const left = planned.map((one) => (fits(one) ? { ...one, times: one.times - 1 } : one));
  planRemarks(
    settings,
    left.filter(({ times }) => times > 0),
  );
  return taken.map(({ code }) => code);
};
