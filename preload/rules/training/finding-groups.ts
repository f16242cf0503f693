// Equal findings of many trainings as groups: how often each stands, and the facts that all of them share.
import type { Finding } from '../../contract/finding.ts';

export type FindingGroup = Finding & { count: number };

const weight = { blocking: 0, warning: 1, notice: 2 } as const;

/** One for each rule; the gravest first, then the most frequent. A training counts once in a group. */
export function groupFindings(trainings: readonly (readonly Finding[])[]): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const findings of trainings) {
    const seen = new Set<string>();
    for (const finding of findings) {
      if (seen.has(finding.rule)) continue;
      seen.add(finding.rule);
      const group = groups.get(finding.rule);
      groups.set(finding.rule, group === undefined ? { ...finding, count: 1 } : joined(group, finding));
    }
  }
  return [...groups.values()].sort(
    (one, other) =>
      weight[one.severity] - weight[other.severity] ||
      other.count - one.count ||
      (one.rule < other.rule ? -1 : 1),
  );
}

/** Facts that differ are left out; the first field that is named stands for all. */
function joined(group: FindingGroup, { field, params = {} }: Finding): FindingGroup {
  const shared = Object.entries(group.params ?? {}).filter(([name, value]) => params[name] === value);
  return {
    rule: group.rule,
    severity: group.severity,
    field: group.field ?? field,
    count: group.count + 1,
    ...(shared.length > 0 ? { params: Object.fromEntries(shared) } : {}),
  };
}
