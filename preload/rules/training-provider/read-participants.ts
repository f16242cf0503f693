// Reads a pasted list of participants: columns by their headings, or without headings by what stands in them.
import type { Participant } from '../../contract/training-provider.ts';
import { parseEnterpriseNumber } from '../identifiers/enterprise-number.ts';
import { parseInsz } from '../identifiers/insz.ts';
import { readDay } from '../workers/read-day.ts';
import { splitTable } from '../workers/split-table.ts';
import { workerColumn } from '../workers/worker-headings.ts';
import { emptyParticipant } from './check-session.ts';

type Column =
  | 'insz'
  | 'name'
  | 'familyName'
  | 'givenName'
  | 'employerNumber'
  | 'status'
  | 'certificate'
  | 'validUntil';

export type ReadParticipants = {
  people: Participant[];
  /** Rows beyond the 500 that one session can hold. */
  dropped: number;
  /** Lines whose status is in no language of ours: they were taken as completed. */
  unknownStatus: number[];
};

/** Most participants of a session. */
export const maxParticipants = 500;

const headings: Partial<Record<Column, string>> = {
  name: 'deelnemer participant teilnehmer naamdeelnemer nomduparticipant',
  employerNumber:
    'ondernemingsnummer kbonummer kbo ondernemingsnummerwerkgever werkgever numerodentreprise bce numerobce employeur unternehmensnummer arbeitgeber enterprisenumber employerenterprisenumber employer companynumber',
  status: 'status statut stand toestand aanwezigheid presence anwesenheit attendance',
  certificate: 'attest getuigschrift certificaat certificat attestation zertifikat bescheinigung certificate',
  validUntil: 'geldigtot attestgeldigtot valablejusquau gultigbis validuntil certificatevaliduntil',
};
const statuses: Record<Participant['status'], string> = {
  reserved:
    'reserved planned ingeschreven gereserveerd gepland reserve inscrit inscrite planifie prevu reserviert angemeldet geplant',
  completed:
    'completed done voltooid gevolgd aanwezig termine terminee suivi suivie present presente abgeschlossen anwesend besucht x',
  notAttended:
    'notattended absent nietgevolgd afwezig nonsuivi nonsuivie absente nichtbesucht abwesend noshow',
  unsuitable: 'unsuitable ongeschikt inapte inadapte ungeeignet',
};
const no = new Set(['', 'no', 'n', 'nee', 'neen', 'non', 'nein', '0', 'false']);
const yes = new Set(['yes', 'y', 'ja', 'j', 'oui', 'o', 'x', '1', 'true', 'vrai', 'waar', 'wahr']);

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

function columnOf(heading: string): Column | null {
  const word = plain(heading);
  const own = (Object.keys(headings) as Column[]).find((column) =>
    headings[column]?.split(' ').includes(word),
  );
  if (own !== undefined) return own;
  const known = workerColumn(heading);
  if (known === 'insz' || known === 'familyName' || known === 'givenName') return known;
  return known === 'fullName' ? 'name' : null;
}

/**
 * `85.06.15-994.92<tab>Els Wauters<tab>gevolgd` gives one participant with her number in digits. What cannot be read stays
 * as it was typed, for the rules to tell.
 */
export function readParticipants(text: string): ReadParticipants {
  const { rows } = splitTable(text.replace(/^\ufeff/, ''));
  const first = rows[0]?.cells ?? [];
  const named = first.map(columnOf);
  const hasHeadings = named.includes('insz') && !first.some((cell) => parseInsz(cell) !== null);
  const columns = hasHeadings ? named : guess(rows.map(({ cells }) => cells));
  const body = hasHeadings ? rows.slice(1) : rows;
  const unknownStatus: number[] = [];
  const people = body.slice(0, maxParticipants).map(({ line, cells }) => {
    const cell = (column: Column): string => (cells[columns.indexOf(column)] ?? '').trim();
    const word = plain(cell('status'));
    const status = (Object.keys(statuses) as Participant['status'][]).find((one) =>
      statuses[one].split(' ').includes(word),
    );
    if (word !== '' && status === undefined) unknownStatus.push(line);
    const given = [cell('familyName'), cell('givenName')].filter((part) => part !== '').join(', ');
    return {
      ...emptyParticipant,
      insz: (parseInsz(cell('insz')) ?? cell('insz')).slice(0, 40),
      name: (cell('name') || given).slice(0, 200),
      employerNumber: (parseEnterpriseNumber(cell('employerNumber')) ?? cell('employerNumber')).slice(0, 32),
      status: status ?? 'completed',
      ...certificateOf(cell('certificate'), cell('validUntil')),
    };
  });
  return { people, dropped: Math.max(0, body.length - maxParticipants), unknownStatus };
}

/** `ja` is a certificate without a name; any other word but a no is its name; a last day alone means that there is one. */
function certificateOf(text: string, until: string): Partial<Participant> {
  const word = plain(text);
  const validUntil = readDay(until);
  if (no.has(word)) return validUntil === null ? {} : dated(validUntil, '');
  return dated(validUntil, yes.has(word) ? '' : text.slice(0, 255));
}

const dated = (certificateValidUntil: string | null, certificateName: string): Partial<Participant> => ({
  certificateObtained: true,
  certificateValidUntil,
  certificateName,
});

/** Without headings: a column of numbers of persons, one of enterprises, one of statuses; the first other text is a name. */
function guess(rows: string[][]): (Column | null)[] {
  const sample = rows.slice(0, 20);
  const width = Math.max(0, ...sample.map((row) => row.length));
  const columns: (Column | null)[] = Array.from({ length: width }, () => null);
  const take = (column: Column, fits: (text: string) => boolean): void => {
    const at = columns.findIndex((taken, index) => {
      const filled = sample.map((row) => row[index] ?? '').filter((text) => text !== '');
      return taken === null && filled.length > 0 && filled.filter(fits).length * 2 > filled.length;
    });
    if (at >= 0) columns[at] = column;
  };
  take('insz', (text) => text.replace(/\D/g, '').length === 11);
  take('employerNumber', (text) => parseEnterpriseNumber(text) !== null);
  take('status', (text) => Object.values(statuses).some((words) => words.split(' ').includes(plain(text))));
  take('validUntil', (text) => readDay(text) !== null);
  take('name', (text) => /\p{L}/u.test(text));
  take('givenName', (text) => /\p{L}/u.test(text));
  return columns.map((column) => (column === 'givenName' ? null : column));
}
