// Judges path, query and body of one request by its contract; findings are BelgIF input-validation issues.
import type { ErrorObject } from 'ajv';
import type { Exchange } from '../http/exchange.ts';
import type { Issue } from '../http/problem.ts';
import type { Operation, ParameterCheck } from './load-contract.ts';

const SCHEMA = 'urn:problem-type:belgif:input-validation:schemaViolation';
const UNKNOWN = 'urn:problem-type:belgif:input-validation:unknownInput';
const MOST_ISSUES = 100;

export interface CheckedRequest {
  readonly parameters: Readonly<Record<string, string>>;
  readonly json: unknown;
}

/** `/trainings/0/endDate` → `trainings[0].endDate` */
export const nameOf = (pointer: string, property?: string): string => {
  const parts = pointer.split('/').slice(1);
  if (property !== undefined) parts.push(property);
  return parts
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part, i) => (/^\d+$/.test(part) ? `[${part}]` : i === 0 ? part : `.${part}`))
    .join('');
};

const valueAt = (root: unknown, pointer: string): unknown => {
  let value = root;
  for (const part of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([key]) => key === part)?.[1];
  }
  return typeof value === 'object' ? undefined : value;
};

const bodyIssue = (error: ErrorObject, body: unknown): Issue => {
  const params: Record<string, unknown> = error.params;
  if (error.keyword === 'additionalProperties') {
    const name = nameOf(error.instancePath, String(params['additionalProperty']));
    return { type: UNKNOWN, title: 'Unknown input', in: 'body', name };
  }
  const missing = error.keyword === 'required' ? String(params['missingProperty']) : undefined;
  return {
    type: SCHEMA,
    title: "Input isn't valid with respect to schema",
    detail: error.message ?? error.keyword,
    in: 'body',
    name: nameOf(error.instancePath, missing),
    value: missing === undefined ? valueAt(body, error.instancePath) : undefined,
  };
};

/** Issues of a decoded body; an empty list means that the contract accepts it. */
export const bodyIssues = (operation: Operation, body: unknown): Issue[] => {
  if (operation.body === undefined || body === undefined || operation.body.validate(body)) return [];
  return (operation.body.validate.errors ?? []).slice(0, MOST_ISSUES).map((error) => bodyIssue(error, body));
};

const parameterIssue = (check: ParameterCheck, value: string | undefined): Issue | undefined => {
  if (value === undefined) {
    if (!check.required) return undefined;
  } else {
    const typed = check.integer && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
    if (check.validate(typed)) return undefined;
  }
  return {
    type: SCHEMA,
    title: "Input isn't valid with respect to schema",
    detail: value === undefined ? 'is required' : (check.validate.errors?.[0]?.message ?? 'is not allowed'),
    in: check.place,
    name: check.name,
    value,
  };
};

/** Issues of the path and query parameters. Unknown query parameters are issues too. */
export const parameterIssues = (
  operation: Operation,
  parameters: Readonly<Record<string, string>>,
  exchange: Exchange,
): Issue[] => {
  const known = operation.parameters.filter((check) => check.place === 'query').map((check) => check.name);
  const unknown = [...exchange.url.searchParams.keys()].filter((key) => !known.includes(key));
  return [
    ...operation.parameters.flatMap((check) => parameterIssue(check, parameters[check.name]) ?? []),
    ...unknown.map((name): Issue => ({ type: UNKNOWN, title: 'Unknown input', in: 'query', name })),
  ];
};
