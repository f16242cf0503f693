// Turns an OpenAPI file of resources/contracts into operations with checks. A file is read when its service is first asked, and a
// check compiled when a value is first held against it: nobody asks them all, and all of them at once would be half of a start.
import { join } from 'node:path';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { readYaml } from '../resource-files.ts';

/** Whether a value fits; why not, stands in `errors` until the next value. */
export interface Check {
  (value: unknown): boolean;
  readonly errors: readonly ErrorObject[] | null;
}

export interface ParameterCheck {
  readonly name: string;
  readonly place: 'path' | 'query';
  readonly required: boolean;
  readonly integer: boolean;
  readonly validate: Check;
}

export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: RegExp;
  readonly parameters: readonly ParameterCheck[];
  /** Scope roles of which one suffices, such as `employer`; empty means open to all. */
  readonly roles: readonly string[];
  readonly body:
    | { readonly mediaType: string; readonly required: boolean; readonly validate: Check }
    | undefined;
}

export interface Contract {
  readonly operations: readonly Operation[];
  /** Check of a named schema, for judging answers. */
  schema(name: string): Check;
}

interface Schema {
  $ref?: string;
  type?: string;
}
interface ParameterNode {
  $ref?: string;
  name: string;
  in: 'path' | 'query';
  required?: boolean;
  schema: Schema;
}
interface OperationNode {
  operationId: string;
  security?: { oauth?: string[] }[];
  parameters?: ParameterNode[];
  requestBody?: { required?: boolean; content: Record<string, { schema: Schema }> };
}
interface PathNode extends Partial<Record<string, unknown>> {
  parameters?: ParameterNode[];
}
interface DocumentNode {
  paths: Record<string, PathNode>;
  components: { parameters?: Record<string, ParameterNode>; schemas: Record<string, Schema> };
}

const METHODS = ['get', 'put', 'post', 'patch', 'delete'];

const pathExpression = (template: string): RegExp =>
  new RegExp(`^${template.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);

/** Made when a value first comes. */
const whenAsked = (make: () => Check | ValidateFunction): Check => {
  let made: Check | ValidateFunction | undefined;
  const check = (value: unknown): boolean => {
    made ??= make();
    return made(value);
  };
  return Object.defineProperty(check, 'errors', { get: () => made?.errors ?? null }) as Check;
};

const known = new Map<string, Contract>();

/**
 * The contract `<name>` (such as `fla-employer-v1.yaml`). Throws on a file that is not a sound contract, but only when it is first
 * asked for its operations or a value is first held against it.
 */
export const loadContract = (folder: string, name: string): Contract => {
  const contract = (): Contract => {
    const file = join(folder, name);
    const found = known.get(file) ?? readContract(folder, name);
    known.set(file, found);
    return found;
  };
  const schema = (named: string): Check => whenAsked(() => contract().schema(named));
  return Object.defineProperty({ schema }, 'operations', { get: () => contract().operations }) as Contract;
};

const readContract = (folder: string, name: string): Contract => {
  // The file ships with the program; its shape is ours, so a cast is enough here.
  const written = JSON.stringify(readYaml(folder, name));
  const document = JSON.parse(
    written.replaceAll('"#/components/schemas/', `"${name}#/$defs/`),
  ) as DocumentNode;
  const ajv = new Ajv2020({
    ...{ allErrors: true, strict: true, strictTypes: false, strictRequired: false },
    // A test holds every file against the language of schemas; here that would take longer than all it is used for.
    ...{ validateSchema: false, meta: false },
  });
  ajv.addVocabulary(['x-status']);
  formats.default(ajv, ['date', 'date-time', 'email', 'uri', 'uuid']);
  ajv.addSchema({ $id: name, $defs: document.components.schemas });
  const compile = (schema: Schema): Check => whenAsked(() => ajv.compile(schema));
  const resolve = (node: ParameterNode): ParameterNode => {
    if (node.$ref === undefined) return node;
    const found = document.components.parameters?.[node.$ref.split('/').at(-1) ?? ''];
    if (found === undefined) throw new Error(`${name}: no parameter ${node.$ref}`);
    return found;
  };
  const check = (raw: ParameterNode): ParameterCheck => {
    const node = resolve(raw);
    return {
      name: node.name,
      place: node.in,
      required: node.required ?? false,
      integer: node.schema.type === 'integer',
      validate: compile(node.schema),
    };
  };
  const bodyOf = (node: OperationNode): Operation['body'] => {
    const [mediaType, content] = Object.entries(node.requestBody?.content ?? {})[0] ?? [];
    if (mediaType === undefined || content === undefined) return undefined;
    const required = node.requestBody?.required ?? true;
    return { mediaType, required, validate: compile(content.schema) };
  };
  const operations = Object.entries(document.paths).flatMap(([template, node]) =>
    METHODS.filter((method) => node[method] !== undefined).map((method): Operation => {
      const operation = node[method] as OperationNode;
      return {
        id: operation.operationId,
        method: method.toUpperCase(),
        path: pathExpression(template),
        parameters: [...(node.parameters ?? []), ...(operation.parameters ?? [])].map(check),
        roles: (operation.security ?? []).flatMap((entry) => entry.oauth ?? []),
        body: bodyOf(operation),
      };
    }),
  );
  return { operations, schema: (schema) => compile({ $ref: `${name}#/$defs/${schema}` }) };
};
