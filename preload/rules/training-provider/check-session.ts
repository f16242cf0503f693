// The rules on a training provider's session: those of any training for each participant, and what only a list of
// participants can have wrong. Ids are the service's codes where it has one, `PRV-…` for what only we notice.
import type { Finding } from '../../contract/finding.ts';
import type { TrainingFields } from '../../contract/training.ts';
import type { Participant, SessionFields, SessionFinding } from '../../contract/training-provider.ts';
import { parseEnterpriseNumber } from '../identifiers/enterprise-number.ts';
import { parseInsz } from '../identifiers/insz.ts';
import { checkTraining } from '../training/check-training.ts';
import { emptyTraining, type TrainingFacts } from '../training/facts.ts';

/** Fields of a finding that are a participant's own; all others belong to the session. */
const ownFields = new Set(['status', 'certificateObtained', 'certificateValidUntil', 'certificateName']);
/** The term for filing and the right are the employer's, not the provider's. */
const notTheProviders = new Set(['F0016-364', 'F0012-360', 'F0014-362', 'F0004-051']);

/** The training of one participant, as an employer would enter it. */
export function trainingOf(fields: SessionFields, participant: Participant): TrainingFields {
  return {
    ...emptyTraining,
    title: fields.title,
    type: fields.type,
    status: participant.status,
    startDate: fields.startDate,
    endDate: fields.endDate,
    durationMinutes: fields.durationMinutes,
    certificateObtained: participant.certificateObtained,
    certificateValidUntil: participant.certificateValidUntil,
    certificateName: participant.certificateName,
  };
}

/** A participant without anything in it, as a new row of the list. */
export const emptyParticipant: Participant = {
  insz: '',
  name: '',
  employerNumber: '',
  status: 'completed',
  certificateObtained: false,
  certificateValidUntil: null,
  certificateName: '',
};

/** Findings on the session first, then by participant. At most 500. */
export function checkSession(
  fields: SessionFields,
  people: readonly Participant[],
  facts: Pick<TrainingFacts, 'today' | 'parameters'>,
): SessionFinding[] {
  const year = Number((fields.startDate ?? facts.today).slice(0, 4));
  const found: SessionFinding[] = [];
  const add = (finding: Finding, participant: number | null): void => {
    const known = found.some(
      (one) => one.rule === finding.rule && one.field === finding.field && one.participant === participant,
    );
    if (!known) found.push({ ...finding, participant });
  };
  if (fields.accountId === null)
    add({ rule: 'PRV-ACCOUNT-MISSING', severity: 'blocking', field: 'accountId' }, null);
  if (people.length === 0) add({ rule: 'PRV-NOBODY', severity: 'blocking', field: 'people' }, null);
  const judged = people.length === 0 ? [emptyParticipant] : people;
  const seen = new Map<string, number>();
  const rows: [Finding, number][] = [];
  judged.forEach((person, i) => {
    const all = checkTraining(trainingOf(fields, person), { ...facts, year, employment: null });
    for (const finding of all) {
      if (notTheProviders.has(finding.rule)) continue;
      if (finding.field !== null && ownFields.has(finding.field)) {
        if (people.length > 0) rows.push([finding, i]);
      } else add(finding, null);
    }
    if (people.length > 0) rows.push(...numbersOf(person, i, seen));
  });
  for (const [finding, i] of rows) found.push({ ...finding, participant: i });
  return found.slice(0, 500);
}

function numbersOf(person: Participant, i: number, seen: Map<string, number>): [Finding, number][] {
  const found: [Finding, number][] = [];
  const insz = parseInsz(person.insz);
  if (insz === null) found.push([{ rule: 'F0002-004', severity: 'blocking', field: 'insz' }, i]);
  else {
    const first = seen.get(insz);
    if (first !== undefined)
      found.push([{ rule: 'PRV-TWICE', severity: 'blocking', field: 'insz', params: { row: first + 1 } }, i]);
    else seen.set(insz, i);
  }
  if (person.employerNumber.trim() !== '' && parseEnterpriseNumber(person.employerNumber) === null)
    found.push([{ rule: 'F0001-004', severity: 'blocking', field: 'employerNumber' }, i]);
  return found;
}
