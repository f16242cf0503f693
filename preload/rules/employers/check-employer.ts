// What is wrong with an employer as typed or given on the command line.
import type { Finding } from '../../contract/finding.ts';
import { parseEnterpriseNumber } from '../identifiers/enterprise-number.ts';
import { parseNssoNumber } from '../identifiers/nsso-number.ts';

export type EmployerDraft = {
  name: string;
  enterpriseNumber: string;
  nssoNumber?: string | null;
  fullTimeWeeklyMinutes?: number;
  sectorDaysHundredths?: number | null;
};

const blocking = (rule: string, field: string, params?: Finding['params']): Finding => ({
  rule,
  severity: 'blocking',
  field,
  ...(params ? { params } : {}),
});

/** Findings `EMP-…`. An empty list: the employer may be added. */
export function checkEmployer(draft: EmployerDraft): Finding[] {
  const findings: Finding[] = [];
  const name = draft.name.trim();
  if (name === '') findings.push(blocking('EMP-NAME-MISSING', 'name'));
  if (name.length > 200) findings.push(blocking('EMP-NAME-LONG', 'name', { most: 200 }));
  if (draft.enterpriseNumber.trim() === '') findings.push(blocking('EMP-NUMBER-MISSING', 'enterpriseNumber'));
  else if (parseEnterpriseNumber(draft.enterpriseNumber) === null)
    findings.push(blocking('EMP-NUMBER-INVALID', 'enterpriseNumber'));
  const nsso = draft.nssoNumber?.trim() ?? '';
  if (nsso !== '' && parseNssoNumber(nsso) === null)
    findings.push(blocking('EMP-NSSO-INVALID', 'nssoNumber'));
  const week = draft.fullTimeWeeklyMinutes;
  if (week !== undefined && !(Number.isInteger(week) && week >= 600 && week <= 3_000))
    findings.push(blocking('EMP-WEEK-RANGE', 'fullTimeWeeklyMinutes', { least: 10, most: 50 }));
  const sector = draft.sectorDaysHundredths;
  if (
    sector !== undefined &&
    sector !== null &&
    !(Number.isInteger(sector) && sector >= 0 && sector <= 2_000)
  )
    findings.push(blocking('EMP-SECTOR-RANGE', 'sectorDaysHundredths', { most: 20 }));
  return findings;
}
