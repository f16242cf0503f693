// The choice of a route: own account, ours with a mandate, or not through us, with the account and the first day.
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../preload/contract/accounts.ts';
import type { RouteChoice as Choice, RouteKind } from '../../../preload/contract/routes.ts';
import { rightsOf, type Service } from '../../../preload/contract/services.ts';
import { useCall } from '../../calls.ts';
import { RadioGroup, SelectField } from '../../ui/choice-fields.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Note } from '../../ui/note.tsx';

export type RouteDraft = { kind: RouteKind | null; accountId: string; from: string | null };

type RouteChoiceProps = {
  service: Service;
  /** Accounts that can serve this way; for many employers `own` takes each one's own. */
  accounts: Account[];
  draft: RouteDraft;
  onDraft: (change: Partial<RouteDraft>) => void;
  many?: boolean;
  errorOf: (name: string) => string | undefined;
  today: string;
};

const kinds = ['own', 'mandatary', 'elsewhere'] as const;

export function RouteChoice(props: RouteChoiceProps) {
  const { service, accounts, draft, onDraft, many = false, errorOf, today } = props;
  const { t } = useTranslation('routes');
  const { kind } = draft;
  const known = useCall('account.list', {}).data?.rows ?? [];
  const needsAccount = kind === 'mandatary' || (kind === 'own' && !many);
  const chosen = accounts.find(({ id }) => id === draft.accountId) ?? accounts[0];
  const hints = {
    own: many ? t('table.ownHint') : t('dialog.own'),
    mandatary: t('dialog.mandatary'),
    // Trainings go to the training account only.
    elsewhere: t(service === 'fla' ? 'dialog.elsewhereTrainings' : 'dialog.elsewhere'),
  };
  const kindError = errorOf('kind');
  const fromError = errorOf('from');
  return (
    <>
      <RadioGroup
        name="kind"
        label={t('dialog.question')}
        {...(kindError === undefined ? {} : { error: kindError })}
        choices={kinds.map((value) => ({
          value,
          label: t(`kind.${value}`),
          hint: hints[value],
        }))}
        value={kind}
        onChange={(value) => onDraft({ kind: value })}
      />
      {needsAccount && accounts.length > 0 && (
        <SelectField
          name="accountId"
          label={t('dialog.account')}
          choices={accounts.map((account) => ({
            value: account.id,
            label: `${account.name} (${account.enterpriseName})`,
          }))}
          value={chosen?.id ?? ''}
          onChange={(event) => onDraft({ accountId: event.target.value })}
        />
      )}
      {needsAccount && accounts.length === 0 && (
        <Note tone="warn">
          <p>{t(`dialog.noAccount.${kind === 'own' ? 'own' : 'mandatary'}`)}</p>
          <LinkButton to="/connection/account" small>
            {t('dialog.toConnection')}
          </LinkButton>
        </Note>
      )}
      {needsAccount && chosen !== undefined && !opens(chosen, service) && (
        <Note tone="warn">{t('dialog.rightMissing')}</Note>
      )}
      {kind === 'mandatary' && <p className="hint">{t('dialog.group')}</p>}
      {needsAccount && known.some(({ quality }) => quality === 'trainingProvider') && (
        <p className="hint">{t('dialog.trainingProvider')}</p>
      )}
      <DateField
        name="from"
        label={t('dialog.from')}
        hint={t('dialog.fromHint')}
        {...(fromError === undefined ? {} : { error: fromError })}
        value={draft.from ?? today}
        onChange={(from) => onDraft({ from })}
      />
    </>
  );
}

const opens = (account: Account, service: Service): boolean =>
  rightsOf[service].some((set) => set.every((right) => account.rights.includes(right)));

/** Accounts by which an employer can be served in a way; for many employers those that file for others. */
export function fittingAccounts(
  accounts: readonly Account[],
  kind: RouteKind | null,
  employerNumber: string | null,
): Account[] {
  if (kind === 'own')
    return accounts.filter(
      (one) => one.quality === 'employerNsso' && one.enterpriseNumber === employerNumber,
    );
  if (kind !== 'mandatary') return [];
  return accounts.filter(
    (one) =>
      (one.quality === 'socialSecretariat' || one.quality === 'serviceProvider') &&
      one.enterpriseNumber !== employerNumber,
  );
}

/** As the call takes it; null while something is missing. */
export function choiceOf(draft: RouteDraft, accounts: readonly Account[], many = false): Choice | null {
  const account = accounts.find(({ id }) => id === draft.accountId) ?? accounts[0];
  if (draft.kind === 'elsewhere') return { kind: 'elsewhere' };
  if (draft.kind === 'own' && many) return { kind: 'own' };
  if (draft.kind === null || account === undefined) return null;
  return { kind: draft.kind, accountId: account.id };
}
