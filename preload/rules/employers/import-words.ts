// The words of closed lists in an employer's row, in four languages: language, size, service and route.
import type { Service } from '../../contract/services.ts';
import { plainHeading } from '../lists/guess-fields.ts';

type Lists = {
  language: 'nl' | 'fr' | 'de' | 'en';
  service: Service;
  route: 'own' | 'mandatary' | 'elsewhere';
};

const words: { [L in keyof Lists]: Record<Lists[L], string> } = {
  language: {
    nl: 'nl n nederlands neerlandais niederlandisch dutch',
    fr: 'fr f frans francais franzosisch french',
    de: 'de d duits allemand deutsch german',
    en: 'en e engels anglais englisch english',
  },
  service: {
    fla: 'fla federallearningaccount opleidingsrekening opleidingen opleiding formation formations comptedeformation weiterbildung weiterbildungen ausbildungskonto training trainings learningaccount',
    checkInAndOutAtWork:
      'checkinandoutatwork ciao ciaw checkinandout checkinout checkin checkinatwork aanwezigheid aanwezigheden aanwezigheidsregistratie presence presences enregistrementdespresences anwesenheit anwesenheiten anwesenheitsregistrierung',
    citizenData:
      'citizendata citizenmandates citizenmandate burgermandaat burgermandaten burgergegevens mandatcitoyen mandatscitoyens donneescitoyens donneesducitoyen burgermandat burgermandate burgerdaten precontractueel precontractual',
    dimona: 'dimona',
  },
  route: {
    own: 'own eigen eigenaccount zelf werkgever werkgeverzelf propre comptepropre luimeme employeur eigenes eigenerkonto eigeneskonto selbst arbeitgeber ownaccount employer themselves self',
    mandatary:
      'mandatary mandataris mandaat viamandaat mandataire mandat avecmandat mandatar bevollmachtigter bevollmachtigt wij viaons onsaccount nous parnous viaonsaccount notrecompte wir uberuns unserkonto us ours throughus ouraccount mandate sociaalsecretariaat secretariatsocial sozialsekretariat secretariaat dienstverrichter prestatairedeservices dienstleister',
    elsewhere:
      'elsewhere elders nietviaons geen ailleurs pasparnous aucun aucune andernorts anderswo nichtuberuns keine kein notthroughus none other ander andere autre',
  },
};

const byWord = new Map<string, ReadonlyMap<string, string>>(
  Object.entries(words).map(([list, values]) => [
    list,
    new Map(
      Object.entries<string>(values).flatMap(([value, known]) =>
        [plainHeading(value), ...known.split(' ')].map((word) => [word, value] as const),
      ),
    ),
  ]),
);

/** `Néerlandais` in the list `language` → `nl`; null when the word is in no language of ours. */
export const importWord = <L extends keyof Lists>(list: L, text: string): Lists[L] | null =>
  (byWord.get(list)?.get(plainHeading(text)) as Lists[L] | undefined) ?? null;

/** `7`, `7,4 VTE`, `< 10`, `1-9`, `10 tot 19`, `20+`, `≥ 20`, `minder dan 10`; null when it is none of these. */
export function readSizeBracket(text: string): (typeof brackets)[number] | null {
  const bare = text.trim().replace(',', '.').toLowerCase();
  const own = brackets.find((bracket) => bracket.toLowerCase() === bare);
  if (own !== undefined) return own;
  if (/^(\?|onbekend|inconnue?|unbekannt|unknown)$/.test(bare)) return 'unknown';
  const [one, other, ...rest] = (bare.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
  if (one === undefined || rest.length > 0) return null;
  if (other !== undefined) return ofRange(one, other);
  const below =
    /^<(?!=)|^≤|^<=|minder|onder|moins|inf|weniger|unter|bis|fewer|less|under|below|jusqu|tot\b/.test(bare);
  if (below) return one <= 10 ? 'under10' : one <= 20 ? 'from10to19' : null;
  const above = /^[>≥]|\+|meer|vanaf|plus|partir|mehr|ab |more|from|over/.test(bare);
  if (above) return one >= 19 ? 'from20' : null;
  return /^\d+(\.\d+)?\s*(vte|fte|etp|vzä|vza|werknemers?|travailleurs?|arbeitnehmer|workers?)?$/.test(bare)
    ? ofCount(one)
    : null;
}

const brackets = ['under10', 'from10to19', 'from20', 'unknown'] as const;

const ofCount = (count: number) =>
  count < 10 ? ('under10' as const) : count < 20 ? ('from10to19' as const) : ('from20' as const);

function ofRange(from: number, to: number) {
  if (from < 10 && to <= 10) return 'under10' as const;
  if (from >= 9.9 && to <= 20) return 'from10to19' as const;
  return from >= 19.9 ? ('from20' as const) : null;
}

/** Hours of a full-time week in minutes: `38`, `38,5`, `38:30`, `38 u 30`, `38u`; null when it is none of these. */
export function readWeek(text: string): number | null {
  const clock = /^(\d{1,3})\s*(?::|[uh]|std\.?)\s*(\d{1,2})?(?::00)?\s*(?:min)?$/i.exec(text.trim());
  if (clock) {
    const rest = Number(clock[2] ?? 0);
    return rest < 60 ? Number(clock[1]) * 60 + rest : null;
  }
  const decimal = /^(\d{1,3}(?:[.,]\d{1,4})?)\s*(?:u(?:ur|ren)?|h(?:eures?|ours?)?|stunden)?$/i.exec(
    text.trim(),
  );
  return decimal === null ? null : Math.round(Number((decimal[1] ?? '').replace(',', '.')) * 60);
}
