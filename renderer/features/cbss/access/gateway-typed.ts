// What is typed of an organisation's own way, and what is wrong with it. An empty field is no mistake: the way then stays off.
import { useTranslation } from 'react-i18next';
import { type CbssProfile, type CbssRight, cbssEndpointSchema } from '../../../../preload/contract/cbss.ts';
import type { CallInput } from '../../../../preload/contract/index.ts';
import { enterpriseNumberSchema } from '../../../../preload/contract/values.ts';
import type { FieldProblem } from '../../../ui/error-summary.tsx';

export type GatewayTyped = {
  endpoint: string;
  testEndpoint: string;
  certificateId: string;
  clientTls: boolean;
  urn: string;
  by: 'cbeNumber' | 'sector';
  cbeNumber: string;
  sector: string;
  institution: string;
  legalContext: string;
  legalContexts: Partial<Record<CbssRight, string>>;
};

export function typedOf({ kind, ...profile }: CbssProfile): GatewayTyped {
  const own = kind === 'gateway';
  const who = own ? profile.identification : null;
  return {
    endpoint: (own ? profile.endpoint : null) ?? '',
    testEndpoint: (own ? profile.testEndpoint : null) ?? '',
    certificateId: (own ? profile.certificateId : null) ?? '',
    clientTls: own && profile.clientTls,
    urn: (own ? profile.urn : null) ?? '',
    by: who?.by ?? 'cbeNumber',
    cbeNumber: who?.by === 'cbeNumber' ? who.cbeNumber : '',
    sector: who?.by === 'sector' ? String(who.sector) : '',
    institution: who?.by === 'sector' ? String(who.institution) : '',
    legalContext: (own ? profile.legalContext : null) ?? '',
    legalContexts: own ? profile.legalContexts : {},
  };
}

const number = (text: string): number | null => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : null);

export function useGatewayProblems(): (typed: GatewayTyped) => FieldProblem[] {
  const { t } = useTranslation('cbss');
  return (typed) => {
    const wrongAddress = (text: string): boolean =>
      text.trim() !== '' && !cbssEndpointSchema.safeParse(text).success;
    const half = typed.by === 'sector' && (typed.sector.trim() === '') !== (typed.institution.trim() === '');
    const wrongPart = (text: string): boolean =>
      typed.by === 'sector' && (text.trim() === '' ? half : number(text) === null);
    return [
      ...(wrongAddress(typed.endpoint) ? [{ name: 'endpoint', message: t('profile.wrong.endpoint') }] : []),
      ...(wrongAddress(typed.testEndpoint)
        ? [{ name: 'testEndpoint', message: t('profile.wrong.endpoint') }]
        : []),
      ...(typed.by === 'cbeNumber' &&
      typed.cbeNumber.trim() !== '' &&
      !enterpriseNumberSchema.safeParse(typed.cbeNumber).success
        ? [{ name: 'cbeNumber', message: t('profile.wrong.number') }]
        : []),
      ...(wrongPart(typed.sector) ? [{ name: 'sector', message: t('profile.wrong.sector') }] : []),
      ...(wrongPart(typed.institution)
        ? [{ name: 'institution', message: t('profile.wrong.institution') }]
        : []),
    ];
  };
}

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

function identificationOf(typed: GatewayTyped): CallInput<'cbss.saveProfile'>['identification'] {
  if (typed.by === 'cbeNumber') {
    const cbeNumber = textOrNull(typed.cbeNumber);
    return cbeNumber === null ? null : { by: 'cbeNumber', cbeNumber };
  }
  const [sector, institution] = [number(typed.sector), number(typed.institution)];
  return sector === null || institution === null ? null : { by: 'sector', sector, institution };
}

export const inputOf = (
  typed: GatewayTyped,
  on: boolean,
  expectedRevision: number,
): CallInput<'cbss.saveProfile'> => ({
  ...{ kind: 'gateway', on, expectedRevision },
  endpoint: textOrNull(typed.endpoint),
  testEndpoint: textOrNull(typed.testEndpoint),
  certificateId: textOrNull(typed.certificateId),
  clientTls: typed.clientTls,
  urn: textOrNull(typed.urn),
  identification: identificationOf(typed),
  legalContext: textOrNull(typed.legalContext),
  legalContexts: Object.fromEntries(
    Object.entries(typed.legalContexts).filter(([, context]) => context.trim() !== ''),
  ),
});
