// Chaman in practice: the program does what a person does on the portal, or the person did it there and brings the client id.
import { useTranslation } from 'react-i18next';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice-fields.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { AccountAnswers } from './account-answers.tsx';
import type { AccountDraft } from './account-draft.ts';
import { ClientIdField } from './client-id-field.tsx';
import { ExportButtons } from './export-buttons.tsx';

type AccountPracticeProps = {
  draft: AccountDraft;
  put: (change: Partial<AccountDraft>) => void;
};

export function AccountPractice({ draft, put }: AccountPracticeProps) {
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
        {draft.way === 'portal' && <ByHand draft={draft} put={put} />}
      </div>
      <AccountAnswers draft={draft} />
    </>
  );
}

function ByHand({ draft, put }: AccountPracticeProps) {
  const { t } = useTranslation('connection');
  const open = useAct('practice.openPage');
  const { enterpriseNumber, enterpriseName, quality } = draft;
  return (
    <>
      <div className="row-of">
        <Button
          icon="globe"
          busy={open.busy}
          onPress={() =>
            void open.run({
              page: 'chaman',
              enterpriseNumber,
              enterpriseName,
              ...(quality === null ? {} : { quality }),
            })
          }
        >
          {t('account.practiceOpen')}
        </Button>
        <ExportButtons id={draft.certificateId} pem={false} />
      </div>
      <FailureNote failure={open.failure} />
      <ClientIdField draft={draft} put={put} />
    </>
  );
}
