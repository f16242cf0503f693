// Lines of a person as lanes of the drawing: a lane for each client and dossier type, in the order of the lines.
import type { RegisterLine } from '../../../../preload/contract/register-values.ts';

export type PersonLane = { id: string; employer: string; dossierType: string; indexes: number[] };

export function lanesOf(lines: readonly RegisterLine[]): PersonLane[] {
  const lanes = new Map<string, PersonLane>();
  lines.forEach(({ employerId, employerName, dossierType }, index) => {
    const id = `${employerId} ${dossierType}`;
    const lane = lanes.get(id) ?? { id, employer: employerName, dossierType, indexes: [] };
    lane.indexes.push(index);
    lanes.set(id, lane);
  });
  return [...lanes.values()];
}
