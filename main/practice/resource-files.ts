// Finds and reads the resources that practice judges by, both from the sources and from the bundle in `out`.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

/** The nearest `resources` folder above this module; a missing one is a broken installation. */
export const findResources = (start: string = import.meta.dirname): string => {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'resources', 'contracts'))) return join(folder, 'resources');
    if (dirname(folder) === folder) throw new Error('resources/contracts is missing from this installation');
  }
};

export const readYaml = (folder: string, name: string): unknown =>
  parse(readFileSync(join(folder, name), 'utf8'));

export const readJson = (folder: string, name: string): unknown =>
  JSON.parse(readFileSync(join(folder, name), 'utf8'));
