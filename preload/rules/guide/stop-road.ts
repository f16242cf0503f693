// The steps to end something in good order: first what is under way, then the portal, last what this program keeps.

import type { StopKind } from './answers.ts';
import { type RoadStep, roadStep } from './road-steps.ts';

const roads: Readonly<Record<StopKind, readonly RoadStep[]>> = {
  right: [
    roadStep('finishSending', 'nothingLost'),
    roadStep('untickRight', 'stop'),
    roadStep('recordStop', 'record'),
  ],
  certificate: [
    roadStep('newCertificateFirst', 'gapless'),
    roadStep('removeCertificate', 'stop'),
    roadStep('recordRemoval', 'record'),
  ],
  account: [
    roadStep('finishSending', 'nothingLost'),
    roadStep('closeAccount', 'stop'),
    roadStep('recordStop', 'record'),
  ],
  mandate: [
    roadStep('finishSending', 'nothingLost'),
    roadStep('endMandate', 'stop'),
    roadStep('recordMandateEnd', 'record'),
  ],
};

export const stopRoadOf = (what: StopKind): readonly RoadStep[] => roads[what];
