// Settings of practice that a test or a demonstration may turn, kept across restarts.
import type { SettingStore } from '../store/setting-store.ts';

export interface Switches {
  /** Life of an access token, in seconds. */
  tokenSeconds(): number;
  /** Status of an invalid_client answer: RFC 6749 allows both. */
  invalidClientStatus(): 400 | 401;
  refuseReplay(): boolean;
  /** Answers write enterprise numbers without their leading zero, as the official example does. */
  shortEnterpriseNumbers(): boolean;
  /** Applies known, well-formed switches; returns what is wrong otherwise. */
  change(values: Readonly<Record<string, unknown>>): string | undefined;
  all(): Readonly<Record<string, unknown>>;
}

const CHECKS: Readonly<Record<string, (value: unknown) => boolean>> = {
  tokenSeconds: (value) =>
    typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= 86_400,
  invalidClientStatus: (value) => value === 400 || value === 401,
  refuseReplay: (value) => typeof value === 'boolean',
  shortEnterpriseNumbers: (value) => typeof value === 'boolean',
};

const PREFIX = 'switch.';

export const createSwitches = (settings: SettingStore): Switches => {
  const read = (name: string): unknown => {
    const text = settings.get(PREFIX + name);
    return text === undefined ? undefined : JSON.parse(text);
  };
  const tokenSeconds = (): number => Number(read('tokenSeconds') ?? 600);
  const invalidClientStatus = (): 400 | 401 => (read('invalidClientStatus') === 401 ? 401 : 400);
  const refuseReplay = (): boolean => read('refuseReplay') !== false;
  const shortEnterpriseNumbers = (): boolean => read('shortEnterpriseNumbers') === true;
  return {
    tokenSeconds,
    invalidClientStatus,
    refuseReplay,
    shortEnterpriseNumbers,
    change: (values) => {
      for (const [name, value] of Object.entries(values)) {
        const check = CHECKS[name];
        if (check === undefined) return `unknown switch ${name}`;
        if (!check(value)) return `bad value for ${name}`;
      }
      for (const [name, value] of Object.entries(values)) settings.set(PREFIX + name, JSON.stringify(value));
      return undefined;
    },
    all: () => ({
      tokenSeconds: tokenSeconds(),
      invalidClientStatus: invalidClientStatus(),
      refuseReplay: refuseReplay(),
      shortEnterpriseNumbers: shortEnterpriseNumbers(),
    }),
  };
};
