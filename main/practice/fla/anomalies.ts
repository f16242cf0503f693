// The list of anomalies that practice can give, read from resources/contracts.
import { readYaml } from '../resource-files.ts';

export interface Anomaly {
  readonly code: string;
  readonly severity: 'blocking' | 'warning';
  readonly name: string;
  readonly title: { readonly nl: string; readonly fr: string };
  readonly detail?: string;
}

export interface Finding {
  readonly code: string;
  /** Field of the training when it differs from the list's. */
  readonly name?: string;
}

export type AnomalyList = Readonly<Record<string, Omit<Anomaly, 'code'>>>;

export const loadAnomalies = (folder: string): AnomalyList => {
  const file = readYaml(folder, 'fla-anomalies.yaml') as { anomalies: AnomalyList };
  return file.anomalies;
};

export const describe = (list: AnomalyList, finding: Finding): Anomaly => {
  const known = list[finding.code];
  if (known === undefined) throw new Error(`no anomaly ${finding.code} in the list`);
  return { code: finding.code, ...known, ...(finding.name === undefined ? {} : { name: finding.name }) };
};
