// The rights of an account as Chaman names them, to tick; and the scopes where a person sets them.
import { useTranslation } from 'react-i18next';
import { scopeTextSchema } from '../../../preload/contract/accounts.ts';
import { type Right, rightLabels, type Service, services } from '../../../preload/contract/services.ts';
import { CheckboxField } from '../../ui/choice-fields.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** In the order of Chaman's screen. */
const rights = Object.keys(rightLabels) as Right[];

type RightsFieldProps = {
  ticked: readonly Right[];
  onTick: (ticked: Right[]) => void;
};

export function RightsField({ ticked, onTick }: RightsFieldProps) {
  const { t } = useTranslation('connection');
  return (
    <fieldset className="field choices">
      <legend className="legend">{t('account.rights')}</legend>
      <span className="hint">{t('account.rightsHint')}</span>
      <div className="choice-list" lang="nl">
        {rights.map((right) => (
          <CheckboxField
            key={right}
            name={`right-${right}`}
            label={rightLabels[right]}
            checked={ticked.includes(right)}
            onChange={(event) =>
              onTick(
                event.target.checked
                  ? rights.filter((one) => one === right || ticked.includes(one))
                  : ticked.filter((one) => one !== right),
              )
            }
          />
        ))}
      </div>
    </fieldset>
  );
}

export type TypedScopes = Partial<Record<Service, string>>;

type ScopesFieldProps = {
  scopes: TypedScopes;
  onType: (scopes: TypedScopes) => void;
  errorOf: (name: string) => string | undefined;
};

export function ScopesField({ scopes, onType, errorOf }: ScopesFieldProps) {
  const { t } = useTranslation(['connection', 'routes']);
  return (
    <details open={Object.keys(scopes).length > 0}>
      <summary>{t('account.scopesMore')}</summary>
      <div className="panel">
        {services.map((service) => {
          const error = errorOf(`scope-${service}`);
          return (
            <TextField
              key={service}
              name={`scope-${service}`}
              label={t('account.scopeOf', { service: t(`routes:services.${service}`) })}
              hint={t(service === 'fla' ? 'account.scopeHintFla' : 'account.scopeHint')}
              maxLength={600}
              value={scopes[service] ?? ''}
              {...(error === undefined ? {} : { error })}
              onChange={(event) => onType({ ...scopes, [service]: event.target.value })}
            />
          );
        })}
      </div>
    </details>
  );
}

/** What the call takes: empty fields are left out. */
export const scopesFrom = (typed: TypedScopes): TypedScopes =>
  Object.fromEntries(
    Object.entries(typed)
      .map(([service, scope]) => [service, scope.trim()])
      .filter(([, scope]) => scope !== ''),
  );

export const scopeProblems = (typed: TypedScopes, message: string): FieldProblem[] =>
  services
    .filter((service) => {
      const scope = typed[service]?.trim() ?? '';
      return scope !== '' && !scopeTextSchema.safeParse(scope).success;
    })
    .map((service) => ({ name: `scope-${service}`, message }));
