// The qualities and rights that the practice portal offers, after the lists in the official guides.

export interface Quality {
  readonly id: string;
  readonly label: { readonly nl: string; readonly fr: string };
  /** Which published scope of the FLA belongs to this quality. */
  readonly flaRole: 'employer' | 'mandatary' | 'trainingProvider';
}

export const QUALITIES: readonly Quality[] = [
  { id: 'employer', label: { nl: 'Werkgever RSZ', fr: 'Employeur ONSS' }, flaRole: 'employer' },
  {
    id: 'socialSecretariat',
    label: { nl: 'Sociaal Secretariaat', fr: 'Secrétariat social' },
    flaRole: 'mandatary',
  },
  {
    id: 'serviceProvider',
    label: { nl: 'Dienstverlener', fr: 'Prestataire de services' },
    flaRole: 'mandatary',
  },
  {
    id: 'trainingProvider',
    label: { nl: 'Opleidingsverstrekker', fr: 'Prestataire de formations' },
    flaRole: 'trainingProvider',
  },
];

export interface Right {
  readonly id: string;
  readonly label: string;
}

export const FLA_RIGHT = 'careerProFlaDeclaration';

// Only the first right opens a service in practice so far; the others can be ticked and carry no scope.
export const RIGHTS: readonly Right[] = [
  { id: FLA_RIGHT, label: 'CareerPro – Federal Learning Account – Aangifte' },
  { id: 'checkInAndOutAtWork', label: 'Check In And Out @ Work' },
  { id: 'checkInAndOutAtWorkConsult', label: 'Check In And Out @ Work – Consultatie' },
  { id: 'citizenMandatesManage', label: 'Burgermandaten – Beheren' },
  { id: 'citizenDataConsult', label: 'Burgergegevens raadplegen (onderneming)' },
  { id: 'dimonaDeclare', label: 'Dimona-aangiftes verrichten' },
  { id: 'dimonaConsult', label: 'Consultatie van de Dimona-aangifte' },
];

export const qualityOf = (id: string): Quality | undefined => QUALITIES.find((quality) => quality.id === id);
