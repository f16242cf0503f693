// One session: what holds for everybody, the participants, the answer to each, and its proof.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import type {
  ProviderSession,
  SessionFields,
  SessionFinding,
} from '../../../preload/contract/training-provider.ts';
import { needsFixing } from '../../../preload/rules/training/check-training.ts';
import { useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { type Fact, Facts } from '../../ui/facts.tsx';
import { ErrorState, FailureNote } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Loading } from '../../ui/states.tsx';
import { useService } from '../services/use-service.ts';
import { useFindingWords } from '../training/finding-words.ts';
import '../training/training.css';
import './training-provider.css';
import { SaveMark } from '../training/save-mark.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { PeopleTable, pageOfRow } from './people-table.tsx';
import { SessionActs } from './session-acts.tsx';
import { ApprovalNote } from './session-approval.tsx';
import { SessionChain } from './session-chain.tsx';
import { SessionForm } from './session-form.tsx';
import { SessionStateChip } from './session-state.tsx';
import { useSession } from './use-session.ts';

export default function SessionPage() {
  const { t } = useTranslation('training-provider');
  const { id = '' } = useParams<{ id: string }>();
  const read = useCall('provider.get', { id });
  if (read.data !== undefined) return <Editor key={id} read={read.data} />;
  return (
    <Page title={t('edit.title')}>
      {read.error === null ? (
        <Loading lines={8} />
      ) : (
        <ErrorState failure={read.error} onAgain={() => void read.refetch()} />
      )}
    </Page>
  );
}

/** Where a finding stands: at a field of the session, at a cell of a row, or (the list itself) at its button. */
const placeOf = ({ field, participant }: SessionFinding): string =>
  participant === null ? (field ?? 'people') : `people.${participant}.${field ?? 'insz'}`;

function Editor({ read }: { read: ProviderSession }) {
  const { t } = useTranslation('training-provider');
  const wordsOf = useFindingWords();
  const inHand = useSession(read);
  const { session, fields, people } = inHand;
  const [attempt, setAttempt] = useState(0);
  const [page, setPage] = useState(1);
  const [pasting, setPasting] = useState(false);
  const locked = session.state === 'sending' || session.state === 'unknown';
  const channel = useService('flaTrainingProvider');
  // That a real service takes nothing is asked about apart; it is nothing to mend here.
  const asksApart = channel?.asksConfirmation === true;
  const blocking = session.findings.filter(
    (finding) => finding.severity === 'blocking' && (!asksApart || needsFixing([finding])),
  );
  const stands = session.corrects || ['accepted', 'acceptedWithWarnings'].includes(session.state);
  const errorOf = (name: keyof SessionFields): string | undefined => {
    // A fresh session is not met with everything that is still missing.
    if (attempt === 0 && fields.title === '') return undefined;
    const finding = blocking.find(({ field, participant }) => participant === null && field === name);
    if (finding === undefined) return undefined;
    const { title, remedy } = wordsOf(finding);
    return `${title} ${remedy}`.trim();
  };
  const maySend = (): boolean => {
    if (session.state === 'unknown' || blocking.length === 0) return true;
    const first = blocking.find(({ participant }) => participant !== null)?.participant;
    if (first !== undefined && first !== null) setPage(pageOfRow(first));
    setAttempt((count) => count + 1);
    return false;
  };
  return (
    <Page
      title={fields.title || t('edit.title')}
      lead={
        <span className="row-of">
          <span>{session.providerName}</span>
          <SessionStateChip session={session} />
        </span>
      }
      acts={
        <>
          <SaveMark state={inHand.state} at={session.updatedAt} />
          <SessionActs inHand={inHand} onSend={maySend} />
        </>
      }
    >
      <ErrorSummary
        problems={blocking.slice(0, 20).map((finding) => ({
          name: placeOf(finding),
          message:
            finding.participant === null
              ? wordsOf(finding).title
              : `${t('people.row')} ${finding.participant + 1}: ${wordsOf(finding).title}`,
        }))}
        attempt={attempt}
      />
      {session.state === 'unknown' && (
        <Note tone="warn" icon="unknown">
          {t('edit.unknown')}
        </Note>
      )}
      {session.corrects && session.state === 'draft' && <Note>{t('edit.corrects')}</Note>}
      <ApprovalNote session={session} />
      <FailureNote failure={inHand.failure ?? session.failure} />
      <div className="session">
        <SessionForm
          fields={fields}
          errorOf={errorOf}
          locked={locked}
          accountFixed={stands}
          onSave={(changed) => inHand.save({ fields: changed })}
        />
        <Sheet
          title={t('people.title')}
          flush
          aside={!locked && <PasteButton onPress={() => setPasting(true)} />}
        >
          <PeopleTable
            session={session}
            people={people}
            locked={locked}
            page={page}
            onPage={setPage}
            onSave={(changed) => inHand.save({ people: changed })}
          />
        </Sheet>
        <Proof session={session} />
        <SessionChain sessionId={session.id} />
        <div className="row-of">
          <LinkButton to="/training/sessions" icon="back" plain>
            {t('edit.back')}
          </LinkButton>
          <span className="faint-text">{t('assumed')}</span>
        </div>
      </div>
      {pasting && (
        <PasteDialog
          people={people}
          onClose={() => setPasting(false)}
          onAdd={(all) => inHand.save({ people: all })}
        />
      )}
    </Page>
  );
}

/** Also where the error summary leads when there is nobody in the list. */
function PasteButton({ onPress }: { onPress: () => void }) {
  const { t } = useTranslation('training-provider');
  return (
    <span id="f-people" tabIndex={-1}>
      <Button small icon="copy" onPress={onPress}>
        {t('paste.open')}
      </Button>
    </span>
  );
}

function Proof({ session }: { session: ProviderSession }) {
  const { t } = useTranslation('training-provider');
  const formats = useFormats();
  const { sentAt, answeredAt, requestHash, answerHash, externalReference } = session;
  if (sentAt === null) return null;
  const hash = (label: string, value: string | null): Fact[] =>
    value === null ? [] : [{ label, value: <span className="hash">{value}</span> }];
  return (
    <Sheet title={t('proof.title')} stacked>
      <Facts
        facts={[
          { label: t('proof.reference'), value: <span className="hash">{externalReference}</span> },
          { label: t('proof.sent'), value: formats.moment(sentAt) },
          ...(answeredAt === null ? [] : [{ label: t('proof.answered'), value: formats.moment(answeredAt) }]),
          ...hash(t('proof.requestHash'), requestHash),
          ...hash(t('proof.answerHash'), answerHash),
        ]}
      />
    </Sheet>
  );
}
