// The version of this program, from the package file that ships beside the resources.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resourcesDir } from '../platform/resource-path.ts';

export function appVersion(): string {
  const content: unknown = JSON.parse(readFileSync(join(resourcesDir(), '..', 'package.json'), 'utf8'));
  const version =
    typeof content === 'object' && content !== null && 'version' in content ? content.version : '';
  return typeof version === 'string' ? version : '';
}
