// Settings of practice that a test or a demonstration may turn, kept across restarts.
import type { SettingStore } from '../store/setting-store.ts';

export interface SwitchValues {
  /** Life of an access token, in seconds. */
  readonly tokenSeconds: number;
  /** Status of an invalid_client answer: RFC 6749 allows both. */
  readonly invalidClientStatus: 400 | 401;
  readonly refuseReplay: boolean;
  /** Answers write enterprise numbers without their leading zero, as the official example does. */
  readonly shortEnterpriseNumbers: boolean;
  /** How long a presence waits for its judgement, in seconds. */
  readonly presenceDelaySeconds: number;
  /** How "no active citizen mandate" is said: as a problem, or as an answer with a status. */
  readonly noActiveMandateForm: 'problem403' | 'problem404' | 'status200';
  /** Where the number of a request stands: in requests and mandates, in requests only, or in neither. */
  readonly mandateRequestIds: 'everywhere' | 'requestsOnly' | 'nowhere';
  /** An approval waits until the requester accepts it. */
  readonly mandatesAwaitAcceptance: boolean;
  /** Answers about a flexi-job tell what was looked at. */
  readonly controlsInAnswers: boolean;
  /** A deceased person is not inscribed. The announcement asks for an active file; our rules accept with a warning. */
  readonly refuseDeceased: boolean;
}

export interface Switches {
  all(): SwitchValues;
  change(values: Partial<SwitchValues>): void;
}

const NAME = 'switches';
const DEFAULTS: SwitchValues = {
  tokenSeconds: 600,
  invalidClientStatus: 400,
  refuseReplay: true,
  shortEnterpriseNumbers: false,
  presenceDelaySeconds: 3,
  noActiveMandateForm: 'problem403',
  mandateRequestIds: 'everywhere',
  mandatesAwaitAcceptance: false,
  controlsInAnswers: false,
  refuseDeceased: false,
};

export const createSwitches = (settings: SettingStore): Switches => {
  const all = (): SwitchValues => {
    const text = settings.get(NAME);
    return text === undefined ? DEFAULTS : { ...DEFAULTS, ...(JSON.parse(text) as Partial<SwitchValues>) };
  };
  return {
    all,
    change: (values) => settings.set(NAME, JSON.stringify({ ...all(), ...values })),
  };
};
