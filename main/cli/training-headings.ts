// Which column of a file of trainings is which: headings in four languages and the contract's own names; and the words
// for the values of a closed list.

const headings: Record<string, string> = {
  insz: 'insz niss enss ssin rijksregisternummer numeronational nationalregisternumber sozialversicherungsnummer employeeinsz werknemerinsz',
  externalReference:
    'externalreference referentie externereferentie reference referenceexterne referenz externereferenz',
  title:
    'title titel titre opleiding naamopleiding formation intitule intituledelaformation weiterbildung training coursename bezeichnung',
  description: 'description omschrijving beschrijving beschreibung',
  type: 'type soort art typedeformation',
  status: 'status statut stand toestand',
  startDate:
    'startdate start begin begindatum startdatum van debut datededebut datedebut du beginn anfang von',
  endDate: 'enddate einde einddatum tot fin datedefin datefin au ende bis end',
  duration: 'duration duur uren duree heures dauer stunden hours',
  durationMinutes: 'durationminutes minuten duurinminuten minutes dureeenminutes dauerinminuten',
  deducted: 'deducted deductedduration aangerekend mindering deduite dureededuite angerechnet',
  deductedMinutes: 'deductedminutes',
  countsForTrainingRight:
    'countsfortrainingright opleidingsrecht teltmee telt droit compte droitalaformation anspruch zahlt counts',
  leaveScheme: 'leavescheme verlof opleidingsverlof conge congeeducation bildungsurlaub leave',
  certificateObtained:
    'certificateobtained attest getuigschrift certificaat certificat attestation zertifikat bescheinigung certificate',
  certificateValidUntil:
    'certificatevaliduntil attestgeldigtot geldigtot valablejusquau valablejusque gultigbis validuntil',
  certificateName: 'certificatename naamattest nomducertificat nomcertificat zertifikatsname',
  providerKind: 'providerkind internofextern interneouexterne internoderextern providertype',
  providerName: 'providername opleidingsverstrekker verstrekker operateur prestataire anbieter provider',
  providerEnterpriseNumber:
    'providerenterprisenumber ondernemingsnummerverstrekker numeroentrepriseprestataire unternehmensnummeranbieter providernumber',
  language: 'language taal langue sprache',
  cost: 'cost kost kostprijs cout prix kosten',
  costCents: 'costcents',
  financedBy: 'financedby gefinancierddoor betaalddoor financepar finanziertdurch',
  sectorTrainingCode: 'sectortrainingcode sectorcode codesectoriel codedusecteur sektorcode',
};

const values: Record<string, Record<string, string>> = {
  type: {
    formal: 'formal formeel formel formelle formell',
    informal: 'informal informeel informel informelle informell',
  },
  status: {
    reserved:
      'reserved planned gereserveerd gepland reserve reservee planifie planifiee prevu prevue reserviert geplant',
    completed: 'completed done voltooid gevolgd termine terminee suivi suivie abgeschlossen besucht',
    notAttended: 'notattended nietgevolgd afwezig nonsuivi nonsuivie absent nichtbesucht abwesend',
    unsuitable: 'unsuitable ongeschikt inadapte inadaptee ungeeignet',
  },
  leaveScheme: {
    none: 'none geen aucun keiner no nee non nein',
    vov: 'vov vlaamsopleidingsverlof',
    bev: 'bev betaaldeducatiefverlof cep congeeducationpaye',
  },
  providerKind: { internal: 'internal intern interne', external: 'external extern externe' },
  language: {
    nl: 'nl nederlands neerlandais niederlandisch dutch',
    fr: 'fr frans francais franzosisch french',
    de: 'de duits allemand deutsch german',
    en: 'en engels anglais englisch english',
  },
  financedBy: {
    employer: 'employer werkgever employeur arbeitgeber',
    sectorFund: 'sectorfund sectorfonds sectoraalfonds fondssectoriel sektorfonds',
    region: 'region gewest',
    employee: 'employee werknemer travailleur arbeitnehmer',
  },
  yesNo: { yes: 'yes y ja j oui o true waar vrai wahr x', no: 'no n nee non nein false onwaar faux falsch' },
};

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

const byWord = new Map(
  Object.entries(headings).flatMap(([column, list]) =>
    list.split(' ').map((word) => [word, column] as const),
  ),
);

/** `Datum van` is unknown, `Begindatum` is startDate; null when the heading says nothing to us. */
export const trainingColumn = (heading: string): string | null => byWord.get(plain(heading)) ?? null;

/** `Gevolgd` in the list `status` → `completed`; null when the word is in no language of ours. */
export function wordOf(list: string, text: string): string | null {
  const word = plain(text);
  const found = Object.entries(values[list] ?? {}).find(([, words]) => words.split(' ').includes(word));
  return found?.[0] ?? null;
}
