// What access may be asked for, with its names after the official pages.
import { ok, type Reply } from '../http/exchange.ts';
import type { DataSet } from '../store/citizen-request-store.ts';
import { type CitizenCall, type CitizenParts, DATA_SETS, MONTHS } from './parts.ts';

const NAMES: Readonly<Record<DataSet, Readonly<Record<'nl' | 'fr' | 'de', string>>>> = {
  flexiJobEligibility: {
    nl: 'Komt in aanmerking voor een flexi-job',
    fr: 'Entre en ligne de compte pour un flexi-job',
    de: 'Kommt für einen Flexi-Job in Betracht',
  },
  studentWorkHours: {
    nl: 'Resterende uren studentenarbeid',
    fr: 'Heures de travail étudiant restantes',
    de: 'Verbleibende Stunden Studentenarbeit',
  },
};

export const getContexts = (parts: CitizenParts, call: CitizenCall): Reply => {
  const dataSets = DATA_SETS.map((code) => ({ code, description: NAMES[code], months: MONTHS[code] }));
  const description = {
    nl: 'Gegevens vóór een contract',
    fr: 'Données précontractuelles',
    de: 'Vorvertragliche Daten',
  };
  const items = [{ code: 'precontractualData', description, dataSets }];
  return ok({ self: parts.origin() + call.exchange.path, items, total: items.length });
};
