// Kind of key and validity of a new certificate; the proposal fits every service.
import { useTranslation } from 'react-i18next';
import { RadioGroup } from '../../ui/choice-fields.tsx';
import type { GenerateDraft } from './generate-draft.ts';

const kinds = ['rsa3072', 'rsa2048', 'rsa4096', 'ecP384', 'ecP521'] as const;
const validities = ['12', '24', '36', '60'] as const;

type GenerateKeyProps = { draft: GenerateDraft; put: (change: Partial<GenerateDraft>) => void };

export function GenerateKey({ draft, put }: GenerateKeyProps) {
  const { t } = useTranslation(['connection', 'certificates']);
  return (
    <>
      <h1>{t('generate.keyQuestion')}</h1>
      <div className="form">
        <RadioGroup
          name="keyKind"
          label={t('generate.keyKind')}
          hint={t('certificates:keyWhat')}
          choices={kinds.map((value) => ({
            value,
            label: t(`certificates:keyKind.${value}`),
            hint: t(`certificates:keyHint.${value}`),
          }))}
          value={draft.keyKind}
          onChange={(keyKind) => put({ keyKind })}
        />
        <RadioGroup
          name="validity"
          label={t('generate.validity')}
          hint={t('generate.validitySmall')}
          inline
          choices={validities.map((value) => ({
            value,
            label: t('generate.months', { count: Number(value) }),
          }))}
          value={validities.find((value) => Number(value) === draft.months) ?? null}
          onChange={(months) => put({ months: Number(months) })}
        />
      </div>
    </>
  );
}
