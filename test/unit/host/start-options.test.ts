// What a start is told, and where the profile stands unless told otherwise.
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultProfileDir } from '../../../main/application/profile-dir.ts';
import { systemLanguage } from '../../../main/host/say-start.ts';
import { readStartOptions } from '../../../main/host/start-options.ts';

describe('start options', () => {
  it('name a profile, an environment and a file of environments', () => {
    const words = [
      '--profile',
      'here',
      '--environment',
      'acceptance',
      '--environments',
      'mine.json',
      '--throwaway',
    ];
    expect(readStartOptions(words)).toEqual({
      profileDir: resolve('here'),
      environmentName: 'acceptance',
      environmentsFile: resolve('mine.json'),
      throwaway: true,
    });
  });

  it('fall back to the folder of the person and leave unknown words to the window program', () => {
    expect(readStartOptions(['.', '--enable-features=X', '--profile='])).toEqual({
      profileDir: defaultProfileDir(),
    });
  });
});

it('speaks the language of the system, else Dutch', () => {
  expect(systemLanguage({ LANG: 'fr_BE.UTF-8' })).toBe('fr');
  expect(systemLanguage({ LC_ALL: 'de_BE', LANG: 'fr_BE' })).toBe('de');
  expect(systemLanguage({ LANG: 'C.UTF-8' })).toBe('nl');
  expect(systemLanguage({})).toBe('nl');
});
