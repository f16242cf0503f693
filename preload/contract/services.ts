// The services that an account can reach, the rights that Chaman grants for each, and the qualities that may hold them.
import { z } from 'zod';

/**
 * A service with a route of its own per employer. `citizenData` stands for the two interfaces that go together (citizen
 * mandates and pre-contractual data); `dimona` is kept as a reference only: nothing is sent to it.
 */
export const serviceSchema = z.enum(['fla', 'checkInAndOutAtWork', 'citizenData', 'dimona']);
export type Service = z.infer<typeof serviceSchema>;
export const services = serviceSchema.options;

/** In which capacity an enterprise acts: decides the rights and the scope that Chaman can grant. */
export const qualitySchema = z.enum([
  'employerNsso',
  'socialSecretariat',
  'serviceProvider',
  'trainingProvider',
]);
export type Quality = z.infer<typeof qualitySchema>;

/** A right as it is ticked in Chaman under "Beveiligde machtigingen". */
export const rightSchema = z.enum([
  'careerProFlaDeclaration',
  'checkInAndOutAtWork',
  'checkInAndOutAtWorkConsult',
  'citizenMandatesManage',
  'citizenDataConsult',
  'dimonaDeclare',
  'dimonaConsult',
]);
export type Right = z.infer<typeof rightSchema>;

/** Rights that a service needs: all of one of the sets, the fullest first. Source: the guides' Chaman screens. */
export const rightsOf: Readonly<Record<Service, readonly (readonly Right[])[]>> = {
  fla: [['careerProFlaDeclaration']],
  checkInAndOutAtWork: [['checkInAndOutAtWork'], ['checkInAndOutAtWorkConsult']],
  citizenData: [['citizenMandatesManage', 'citizenDataConsult']],
  dimona: [['dimonaDeclare'], ['dimonaConsult']],
};

/** The name of a right as Chaman writes it: shown as it is in every language, so that it can be found on the screen. */
export const rightLabels: Readonly<Record<Right, string>> = {
  careerProFlaDeclaration: 'CareerPro – Federal Learning Account – Aangifte',
  checkInAndOutAtWork: 'Check In And Out @ Work',
  checkInAndOutAtWorkConsult: 'Check In And Out @ Work – Consultatie',
  citizenMandatesManage: 'Burgermandaten – Beheren',
  citizenDataConsult: 'Burgergegevens raadplegen (onderneming)',
  dimonaDeclare: 'Dimona-aangiftes verrichten',
  dimonaConsult: 'Consultatie van de Dimona-aangifte',
};
