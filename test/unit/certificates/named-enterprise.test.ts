// For which enterprise a certificate says to be.
import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { generateSelfSigned } from '../../../main/certificates/generate-self-signed.ts';
import { namedEnterprise } from '../../../main/certificates/named-enterprise.ts';

test('one that was made here names its enterprise and number', async () => {
  const made = await generateSelfSigned({
    ...{ enterpriseName: 'Crèche “L’Étoile” + C°', enterpriseNumber: '0999999130' },
    ...{ keyKind: 'ecP384', now: new Date() },
  });
  const certificate = new X509Certificate(made.certificateDer);
  expect(namedEnterprise(certificate)).toEqual({ name: 'Crèche “L’Étoile” + C°', number: '0999999130' });
});

describe.each([
  ['a serial number', 'C=BE\nO=Zalen Het Park\nserialNumber=0999999130', 'Zalen Het Park', '0999999130'],
  ['a unit with dots', 'O=Park\nOU=KBO 0999.999.130\nCN=Jan', 'Park', '0999999130'],
  ['two units in one part', 'OU=a + OU=0999999130', '', '0999999130'],
  ['wrong check digits', 'O=Park\nserialNumber=0999999131', 'Park', ''],
  ['the number of a person', 'O=Park\nserialNumber=85073003328', 'Park', ''],
  ['a longer number around it', 'OU=10999999130', '', ''],
  ['a common name alone', 'CN=Jan Peeters', '', ''],
  ['no name at all', '', '', ''],
])('%s', (_, subject, name, number) => {
  test('gives what can be told from it', () => {
    expect(namedEnterprise({ subject })).toEqual({ name, number });
  });
});
