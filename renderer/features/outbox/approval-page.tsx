// What waits for a second person: approved or sent back, many at once, worker-years and sessions alike.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Proof } from '../../../preload/contract/approvers.ts';
import type { CallOutput } from '../../../preload/contract/index.ts';
import type { ApprovalRow } from '../../../preload/contract/outbox-plan.ts';
import { useEmployerId } from '../../app-state.ts';
import { call } from '../../bridge.ts';
import { useAct, useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Grid } from '../../ui/grid.tsx';
import { countChosen, isChosen, nothingChosen } from '../../ui/grid-selection.ts';
import { LinkButton, TextLink } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { useRowWindow } from '../../ui/row-window.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useApprovalColumns } from './approval-columns.tsx';
import { OutboxTabs } from './outbox-tabs.tsx';
import { SendBackDialog } from './send-back-dialog.tsx';
import { SignDialog } from './sign-dialog.tsx';

/** Most in one act. */
const mostAtOnce = 500;
const subjects = ['all', 'workerYear', 'session'] as const;
type Subject = (typeof subjects)[number];
type Refused = CallOutput<'outbox.approve'>['refused'];

/** What became of those that were not approved. */
function useRefusedWords(): (refused: Refused, signed: number) => string {
  const { t } = useTranslation('outbox-plan');
  return (refused, signed) => {
    const counted = (reason: Refused[number]['reason']): number =>
      refused.filter((one) => one.reason === reason).length;
    const told = (['samePerson', 'sameAccount', 'alreadyGiven'] as const).flatMap((reason) =>
      counted(reason) === 0 ? [] : [t(`approval.${reason}`, { count: counted(reason) })],
    );
    return [
      ...(signed === 0 ? [] : [t('approval.signed', { count: signed })]),
      ...told,
      ...(counted('nameMissing') === 0 ? [] : [t('approval.nameMissing')]),
    ].join(' ');
  };
}

export default function ApprovalPage() {
  const { t } = useTranslation('outbox-plan');
  const toast = useToast();
  const refusedWords = useRefusedWords();
  const employerId = useEmployerId();
  const status = useCall('outbox.status', { employerId }, { keepPrevious: true }).data;
  const people = useCall('approver.list', {}).data;
  const [subject, setSubject] = useState<Subject>('all');
  const asked = { employerId, subject: subject === 'all' ? null : subject };
  const { rows } = useRowWindow('outbox.approvals', asked);
  const columns = useApprovalColumns();
  const [chosen, setChosen] = useState(nothingChosen);
  const [asking, setAsking] = useState<'reason' | 'sign' | null>(null);
  const approve = useAct('outbox.approve');
  const refuse = useAct('outbox.refuseApproval');
  const count = Math.min(mostAtOnce, countChosen(chosen, rows.total));

  /** All that are chosen: what nobody scrolled to is not at hand in the table. */
  const picked = async (): Promise<ApprovalRow[]> => {
    const listed = await call('outbox.approvals', { ...asked, page: 1, pageSize: mostAtOnce });
    return listed.ok ? listed.value.rows.filter(({ id }) => isChosen(chosen, id)) : [];
  };
  const approveNow = async (proof: Proof | null): Promise<void> => {
    const done = await approve.run({
      ids: (await picked()).map(({ id }) => id),
      ...(proof === null ? {} : { proof }),
    });
    if (!done.ok) return;
    const { approved, signed, refused } = done.value;
    setAsking(null);
    setChosen(nothingChosen);
    const more = refusedWords(refused, signed);
    toast({
      text: t('approval.approved', { count: approved }),
      ...(more === '' ? {} : { more, tone: 'warn' as const }),
    });
  };
  const begin = async (): Promise<void> => {
    // A PIN tells people apart only where the account of the computer does not.
    const shared = (await picked()).some(({ sameAccount }) => sameAccount) && (people?.rows.length ?? 0) > 0;
    if (!shared) void approveNow(null);
    else {
      approve.forget();
      setAsking('sign');
    }
  };
  const refuseNow = async (reason: string): Promise<void> => {
    const done = await refuse.run({ ids: (await picked()).map(({ id }) => id), reason });
    setAsking(null);
    if (!done.ok) return;
    setChosen(nothingChosen);
    toast({ text: t('approval.sentBack', { count: done.value.refused }) });
  };
  return (
    <Page title={t('approval.title')} lead={t('approval.lead')}>
      {status !== undefined && <OutboxTabs current="/outbox/approval" status={status} />}
      <FailureNote failure={(asking === 'sign' ? null : approve.failure) ?? refuse.failure} />
      <Sheet label={t('approval.list')} flush>
        <Grid
          label={t('approval.list')}
          rows={rows}
          columns={columns}
          rowId={(row) => row.id}
          rowLabel={(row) => `${row.title} ${row.year ?? ''}`}
          selection={chosen}
          onSelect={setChosen}
          filters={
            <select
              className="input small select"
              aria-label={t('approval.show')}
              value={subject}
              onChange={(event) => {
                setChosen(nothingChosen);
                setSubject(subjects.find((one) => one === event.target.value) ?? 'all');
              }}
            >
              {subjects.map((one) => (
                <option key={one} value={one}>
                  {one === 'all' ? t('approval.all') : t(`approval.subjects.${one}`)}
                </option>
              ))}
            </select>
          }
          bulk={
            count > 0 && (
              <>
                <Button small primary busy={approve.busy} onPress={() => void begin()}>
                  {t('approval.approve', { count })}
                </Button>
                <Button small onPress={() => setAsking('reason')}>
                  {t('approval.refuse')}
                </Button>
              </>
            )
          }
          empty={
            <Empty
              icon="check-ring"
              title={t('approval.empty')}
              acts={<LinkButton to="/outbox">{t('approval.toOutbox')}</LinkButton>}
            >
              {t('approval.emptyWhat')}
            </Empty>
          }
        />
      </Sheet>
      <Protects />
      {asking === 'reason' && (
        <SendBackDialog
          busy={refuse.busy}
          onClose={() => setAsking(null)}
          onSendBack={(reason) => void refuseNow(reason)}
        />
      )}
      {asking === 'sign' && (
        <SignDialog
          people={people?.rows ?? []}
          account={people?.osAccount ?? ''}
          busy={approve.busy}
          failure={approve.failure}
          onClose={() => setAsking(null)}
          onSign={approveNow}
        />
      )}
    </Page>
  );
}

/** Said where it matters: nobody should lean on more than there is. */
function Protects() {
  const { t } = useTranslation('outbox-plan');
  return (
    <Sheet title={t('approval.protectsTitle')} stacked>
      <p>{t('approval.protectsAccounts')}</p>
      <p>
        {t('approval.protectsPin')} <TextLink to="/settings/environment">{t('approvers.title')}</TextLink>
      </p>
      <p>{t('approval.protectsNot')}</p>
    </Sheet>
  );
}
