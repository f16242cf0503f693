// Whose data a query may touch: one employer, or all employers of this user. Always said, never assumed.

export type EmployerScope = { employerId: string } | 'all';

/** The SQL condition on a column, with its value: `e.id = ?`. */
export function scopeCondition(scope: EmployerScope, column: string): { sql: string; values: string[] } {
  return scope === 'all' ? { sql: '1', values: [] } : { sql: `${column} = ?`, values: [scope.employerId] };
}

/** From a contract's optional employer id. */
export const scopeOf = (employerId: string | null): EmployerScope =>
  employerId === null ? 'all' : { employerId };

export const sameScope = (one: EmployerScope, other: EmployerScope): boolean =>
  one === 'all' || other === 'all' ? one === other : one.employerId === other.employerId;
