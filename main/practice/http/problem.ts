// BelgIF problems (RFC 9457 bodies with URN types). Link fields are left out: they are optional.
import { randomUUID } from 'node:crypto';
import type { Reply } from './exchange.ts';

export interface Issue {
  readonly type: string;
  readonly title: string;
  readonly detail?: string;
  readonly in: 'body' | 'path' | 'query' | 'header';
  readonly name: string;
  readonly value?: unknown;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  /** The number that took the place of a replaced one. */
  readonly replacedBy?: string;
}

interface ProblemParts {
  readonly status: number;
  readonly type: string;
  readonly title: string;
  readonly detail?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly extra?: Readonly<Record<string, unknown>>;
}

export const problem = ({ status, type, title, detail, headers, extra }: ProblemParts): Reply => ({
  status,
  ...(headers === undefined ? {} : { headers }),
  mediaType: 'application/problem+json',
  json: { type, title, status, detail, instance: `urn:uuid:${randomUUID()}`, ...extra },
});

const belgif = (status: number, name: string, title: string, rest: Partial<ProblemParts> = {}): Reply =>
  problem({ status, type: `urn:problem-type:belgif:${name}`, title, ...rest });

export const badRequest = (issues: readonly Issue[]): Reply =>
  belgif(400, 'badRequest', 'Bad Request', {
    detail: 'The input message is incorrect',
    extra: { issues },
  });

const bearer = (error: string, description: string): Record<string, string> => ({
  'www-authenticate': `Bearer realm="practice", error="${error}", error_description="${description}"`,
});

export const noAccessToken = (): Reply =>
  belgif(401, 'noAccessToken', 'No Access Token', {
    headers: { 'www-authenticate': 'Bearer realm="practice"' },
  });

export const invalidAccessToken = (): Reply =>
  belgif(401, 'invalidAccessToken', 'Invalid Access Token', {
    headers: bearer('invalid_token', 'The access token is invalid'),
  });

export const expiredAccessToken = (): Reply =>
  belgif(401, 'expiredAccessToken', 'Expired Access Token', {
    headers: bearer('invalid_token', 'The access token expired'),
  });

export const missingScope = (requiredScopes: readonly string[]): Reply =>
  belgif(403, 'missingScope', 'Missing Scope', {
    headers: {
      'www-authenticate': `Bearer realm="practice", error="insufficient_scope", scope="${requiredScopes.join(' ')}"`,
    },
    extra: { requiredScopes },
  });

export const missingPermission = (detail: string): Reply =>
  belgif(403, 'missingPermission', 'Missing Permission', { detail });

export const resourceNotFound = (name: string, value: string, detail: string): Reply =>
  belgif(404, 'resourceNotFound', 'Resource Not Found', {
    detail,
    extra: { issues: [{ in: 'path', name, value, detail }] },
  });

export const noSuchPath = (): Reply => belgif(404, 'resourceNotFound', 'Resource Not Found');

export const methodNotAllowed = (allow: string): Reply =>
  belgif(405, 'methodNotAllowed', 'Method Not Allowed', { headers: { allow } });

export const notAcceptable = (): Reply => belgif(406, 'notAcceptable', 'Not Acceptable');

export const conflict = (type: string, title: string, detail: string): Reply =>
  problem({ status: 409, type, title, detail });

export const preconditionFailed = (detail: string): Reply =>
  belgif(412, 'preconditionFailed', 'Precondition Failed', { detail });

export const payloadTooLarge = (limit: number): Reply =>
  belgif(413, 'payloadTooLarge', 'Payload Too Large', { extra: { limit } });

export const unsupportedMediaType = (): Reply =>
  belgif(415, 'unsupportedMediaType', 'Unsupported Media Type');

export const internalServerError = (): Reply => belgif(500, 'internalServerError', 'Internal Server Error');

export const invalidStructure = (place: Issue['in'], name: string, value: string, detail: string): Issue => ({
  type: 'urn:problem-type:belgif-ext:input-validation:invalidStructure',
  title: 'Input value has invalid structure',
  detail,
  in: place,
  name,
  value,
});

export const invalidInput = (name: string, value: unknown, detail: string): Issue => ({
  type: 'urn:problem-type:belgif:input-validation:invalidInput',
  title: 'Invalid input',
  detail,
  in: 'body',
  name,
  value,
});
