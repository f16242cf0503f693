// Chaman in practice: the program does what a person does on the portal, or the person did it there and brings the client id.
import { useTranslation } from 'react-i18next';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice-fields.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { AccountAnswers } from './account-answers.tsx';
import type { AccountDraft } from './account-draft.ts';
import { ExportButtons } from './export-buttons.tsx';

type AccountPracticeProps = {
  draft: AccountDraft;
  put: (change: Partial<AccountDraft>) => void;
  errorOf: (name: string) => string | undefined;
};

export function AccountPractice({ draft, put, errorOf }: AccountPracticeProps) {
  const { t } = useTranslation('connection');
  return (
    <>
      <div className="form">
        <RadioGroup
          name="way"
          asQuestion
          label={t('account.practiceQuestion')}
          choices={(['program', 'portal'] as const).map((value) => ({
            value,
            label: t(`account.practiceWay.${value}`),
            hint: t(`account.practiceWay.${value}Hint`),
          }))}
          value={draft.way}
          onChange={(way) => put({ way })}
        />
        {draft.way === 'portal' && <ByHand draft={draft} put={put} errorOf={errorOf} />}
      </div>
      <AccountAnswers draft={draft} />
    </>
  );
}

function ByHand({ draft, put, errorOf }: AccountPracticeProps) {
  const { t } = useTranslation('connection');
  const open = useAct('practice.openPage');
  const { enterpriseNumber, quality } = draft;
  return (
    <>
      <div className="row-of">
        <Button
          icon="globe"
          busy={open.busy}
          onPress={() =>
            void open.run({ page: 'chaman', enterpriseNumber, ...(quality === null ? {} : { quality }) })
          }
        >
          {t('account.practiceOpen')}
        </Button>
        <ExportButtons id={draft.certificateId} pem={false} />
      </div>
      <FailureNote failure={open.failure} />
      <TextField
        name="clientId"
        label={t('account.clientIdQuestion')}
        hint={t('account.clientIdHint')}
        number
        maxLength={80}
        value={draft.clientId}
        error={errorOf('clientId')}
        onChange={(event) => put({ clientId: event.target.value })}
      />
    </>
  );
}
