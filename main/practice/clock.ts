// The two clocks of practice: the security clock follows the wall with a skew, the business date is set by hand.
import type { SettingStore } from './store/setting-store.ts';

export const OPENING_DATE = '2025-03-01';

export interface PracticeClock {
  /** Milliseconds since the epoch for TLS-independent security checks: JWT, tokens, certificates. */
  securityNow(): number;
  wallNow(): number;
  skewSeconds(): number;
  setSkew(seconds: number): void;
  /** The day (yyyy-MM-dd) that decides the mode of the services. */
  businessDate(): string;
  setBusinessDate(date: string): void;
}

export const createPracticeClock = (
  settings: SettingStore,
  wall: () => number,
  faultSkew: () => number,
): PracticeClock => {
  let skew = Number(settings.get('skewSeconds') ?? '0');
  let date = settings.get('businessDate') ?? OPENING_DATE;
  const total = (): number => skew + faultSkew();
  return {
    securityNow: () => wall() + total() * 1000,
    wallNow: wall,
    skewSeconds: total,
    setSkew: (seconds) => {
      skew = seconds;
      settings.set('skewSeconds', String(seconds));
    },
    businessDate: () => date,
    setBusinessDate: (next) => {
      date = next;
      settings.set('businessDate', next);
    },
  };
};
