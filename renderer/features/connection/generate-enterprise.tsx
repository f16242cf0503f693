// For which enterprise a certificate is made or ordered: name and number will stand in it. The employer in hand is proposed.
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseEnterpriseNumber } from '../../../preload/rules/identifiers/enterprise-number.ts';
import { useEmployerId } from '../../app-state.ts';
import { useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { useErrorOf } from '../../ui/field.tsx';
import { IdentifierField } from '../../ui/identifier-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

export type EnterpriseDraft = { enterpriseNumber: string; enterpriseName: string };

/** The employer in hand is what most people make a certificate for: proposed while nothing is typed. */
export function useProposal<D extends EnterpriseDraft>(
  draft: D,
  put: (change: Partial<EnterpriseDraft>) => void,
): void {
  const formats = useFormats();
  const employerId = useEmployerId();
  const employer = useCall('employer.get', { id: employerId ?? '' }, { enabled: employerId !== null }).data;
  const [proposed, setProposed] = useState(false);
  useEffect(() => {
    if (proposed || employer === undefined) return;
    setProposed(true);
    if (draft.enterpriseNumber !== '' || draft.enterpriseName !== '') return;
    put({
      enterpriseNumber: formats.enterpriseNumber(employer.enterpriseNumber),
      enterpriseName: employer.name.slice(0, 120),
    });
  }, [proposed, employer, draft, put, formats]);
}

export function useEnterpriseProblems(): (draft: EnterpriseDraft) => FieldProblem[] {
  const { t } = useTranslation('connection');
  return (draft) => [
    ...(parseEnterpriseNumber(draft.enterpriseNumber) === null
      ? [{ name: 'enterpriseNumber', message: t('generate.numberWrong') }]
      : []),
    ...(draft.enterpriseName.trim() === ''
      ? [{ name: 'enterpriseName', message: t('generate.enterpriseNameMissing') }]
      : []),
  ];
}

type GenerateEnterpriseProps = {
  draft: EnterpriseDraft;
  put: (change: Partial<EnterpriseDraft>) => void;
  children?: ReactNode;
};

export function GenerateEnterprise({ draft, put, children }: GenerateEnterpriseProps) {
  const errorOf = useErrorOf();
  const { t } = useTranslation('connection');
  return (
    <>
      <h1>{t('generate.enterpriseQuestion')}</h1>
      <p>{t('generate.enterpriseLead')}</p>
      <div className="form">
        <IdentifierField
          kind="enterpriseNumber"
          name="enterpriseNumber"
          value={draft.enterpriseNumber}
          error={errorOf('enterpriseNumber')}
          onChange={(event) => put({ enterpriseNumber: event.target.value })}
        />
        <TextField
          name="enterpriseName"
          label={t('generate.enterpriseName')}
          hint={t('generate.enterpriseNameHint')}
          maxLength={120}
          value={draft.enterpriseName}
          error={errorOf('enterpriseName')}
          onChange={(event) => put({ enterpriseName: event.target.value })}
        />
        {children}
      </div>
    </>
  );
}
