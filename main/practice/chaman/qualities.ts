// The qualities and rights that the practice portal offers, after the lists in the official guides.
import type { Scopes, Tagged } from '../environment-entry.ts';

export interface Quality {
  readonly id: string;
  readonly label: { readonly nl: string; readonly fr: string };
  /** Which published scope of the FLA belongs to this quality; absent: it can hold no FLA channel. */
  readonly flaRole?: 'employer' | 'mandatary' | 'trainingProvider';
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
  // Two of the many others on the list of access management, to be tried and refused.
  { id: 'employerPpl', label: { nl: 'Werkgever PPL', fr: 'Employeur APL' } },
  {
    id: 'pensionManager',
    label: { nl: 'Beheerder aanvullende pensioenen', fr: 'Gestionnaire de pensions complémentaires' },
  },
];

export const qualityOf = (id: string): Quality | undefined => QUALITIES.find((quality) => quality.id === id);
export const isQuality = (id: string): boolean => qualityOf(id) !== undefined;

/** Qualities in which an enterprise may be mandatary of another. */
export const MANDATARY_QUALITIES: readonly string[] = QUALITIES.filter(
  ({ flaRole }) => flaRole === 'mandatary',
).map(({ id }) => id);

export interface Right {
  readonly id: string;
  readonly label: string;
}

export const FLA_RIGHT = 'careerProFlaDeclaration';

export const RIGHTS: readonly Right[] = [
  { id: FLA_RIGHT, label: 'CareerPro – Federal Learning Account – Aangifte' },
  { id: 'checkInAndOutAtWork', label: 'Check In And Out @ Work' },
  { id: 'checkInAndOutAtWorkConsult', label: 'Check In And Out @ Work – Consultatie' },
  { id: 'citizenMandatesManage', label: 'Burgermandaten – Beheren' },
  { id: 'citizenDataConsult', label: 'Burgergegevens raadplegen (onderneming)' },
  { id: 'dimonaDeclare', label: 'Dimona-aangiftes verrichten' },
  { id: 'dimonaConsult', label: 'Consultatie van de Dimona-aangifte' },
];

/** The rights that can be ticked in a quality: all, without the FLA where the quality can hold no such channel. */
export const rightsFor = (quality: string): readonly Right[] =>
  RIGHTS.filter(({ id }) => id !== FLA_RIGHT || qualityOf(quality)?.flaRole !== undefined);

/** What a right needs beside being ticked. */
const NEEDS_CIRCLE: readonly string[] = ['citizenMandatesManage', 'citizenDataConsult'];

export const needsCircleOfTrust = (right: string): boolean => NEEDS_CIRCLE.includes(right);

/** The scope that a ticked right carries in a quality; null where none is known. */
export const scopeOfRight = (scopes: Scopes, right: string, quality: string): Tagged | null => {
  const role = qualityOf(quality)?.flaRole;
  const byRight: Readonly<Record<string, Tagged | null>> = {
    [FLA_RIGHT]: role === undefined ? null : scopes.fla[role],
    checkInAndOutAtWork: scopes.checkInAndOutAtWork.register,
    checkInAndOutAtWorkConsult: scopes.checkInAndOutAtWork.consult,
    citizenMandatesManage: scopes.citizenMandates.manage,
    citizenDataConsult: scopes.citizenData.consult,
    dimonaDeclare: scopes.dimona.declare,
    dimonaConsult: scopes.dimona.consult,
  };
  return byRight[right] ?? null;
};
