// What is answered so far of a new certificate.
export type GenerateDraft = {
  step: string;
  enterpriseNumber: string;
  enterpriseName: string;
  keyKind: 'rsa2048' | 'rsa3072' | 'rsa4096' | 'ecP384' | 'ecP521';
  months: number;
};
export const emptyGenerate: GenerateDraft = {
  step: 'enterprise',
  enterpriseNumber: '',
  enterpriseName: '',
  keyKind: 'rsa3072',
  months: 36,
};
