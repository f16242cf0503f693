// The kinds of remark that practice can give, read from resources/contracts.
import { readYaml } from '../resource-files.ts';

export interface RemarkKind {
  readonly severity: 'blocking' | 'nonBlocking';
  /** Its name in the published SOAP list; absent for the remarks that are a proposal of ours. */
  readonly soap?: string;
  readonly description: Readonly<Record<'nl' | 'fr' | 'de', string>>;
}

export type RemarkList = Readonly<Record<string, RemarkKind>>;

export const loadRemarks = (folder: string): RemarkList =>
  (readYaml(folder, 'presence-remarks.yaml') as { remarks: RemarkList }).remarks;

/** The SOAP service gives at most ten remarks per registration; so do we. */
export const MOST_REMARKS = 10;

export const describeRemark = (list: RemarkList, code: string) => {
  const known = list[code];
  if (known === undefined) throw new Error(`no remark ${code} in the list`);
  return { code, severity: known.severity, description: known.description };
};

export const isBlocking = (list: RemarkList, code: string): boolean => list[code]?.severity === 'blocking';
