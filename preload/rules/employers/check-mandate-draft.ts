// What is wrong with a mandate or an establishment as typed, imported or given on the command line.
import type { Finding } from '../../contract/finding.ts';
import { parseEnterpriseNumber, parseEstablishmentNumber } from '../identifiers/enterprise-number.ts';
import { readQuarter } from './quarters.ts';

export type MandateDraft = {
  mandataryNumber: string;
  startQuarter: string;
  /** Empty: until further notice. */
  endQuarter: string;
};

/** Findings `MND-…`, all blocking. An empty list: the mandate may be recorded, if no other stands in its way. */
export function checkMandateDraft(draft: MandateDraft, employerNumber: string): Finding[] {
  const findings: Finding[] = [];
  const mandatary = parseEnterpriseNumber(draft.mandataryNumber);
  const start = readQuarter(draft.startQuarter);
  const end = draft.endQuarter.trim() === '' ? null : readQuarter(draft.endQuarter);
  if (mandatary === null) findings.push(blocking('MND-NUMBER-INVALID', 'mandataryNumber'));
  else if (mandatary === parseEnterpriseNumber(employerNumber))
    findings.push(blocking('MND-SELF', 'mandataryNumber'));
  if (start === null) findings.push(blocking('MND-START-INVALID', 'startQuarter'));
  if (draft.endQuarter.trim() !== '' && end === null)
    findings.push(blocking('MND-END-INVALID', 'endQuarter'));
  if (start !== null && end !== null && end < start) findings.push(blocking('MND-END-BEFORE', 'endQuarter'));
  return findings;
}

/** Findings `EST-…`, all blocking. */
export function checkEstablishment(draft: { number: string; name: string }): Finding[] {
  const findings: Finding[] = [];
  if (parseEstablishmentNumber(draft.number) === null)
    findings.push(blocking('EST-NUMBER-INVALID', 'number'));
  if (draft.name.trim() === '') findings.push(blocking('EST-NAME-MISSING', 'name'));
  return findings;
}

const blocking = (rule: string, field: string): Finding => ({ rule, severity: 'blocking', field });
