// What was done: the lines as they are now, what is to be minded, and the way back.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegisterOutcome } from '../../../../preload/contract/register-values.ts';
import { failureCodeSchema } from '../../../../preload/contract/result.ts';
import { useAct } from '../../../calls.ts';
import { Button } from '../../../ui/button.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { Note } from '../../../ui/note.tsx';
import { Receipt } from '../../../wizard/receipt.tsx';
import { useLineWords } from '../drawing/line-words.ts';
import { RefusalNote } from '../refusal-note.tsx';
import { useWarningWords } from '../register-words.ts';
import { periodOf } from './change-typed.ts';
import { usePersonName } from './person-name.ts';
import type { Change } from './use-change.ts';
import { useVerdict } from './verdict-words.ts';

export function ChangeDone({ change, outcome }: { change: Change; outcome: RegisterOutcome }) {
  const { t } = useTranslation(['register', 'errors']);
  const words = useLineWords();
  const warning = useWarningWords();
  const { act, typed, whole } = change;
  const verdict = useVerdict(act, whole ? null : periodOf(typed), outcome);
  const { after, actId } = outcome;
  const name = usePersonName(typed, outcome);
  const why = failureCodeSchema.safeParse(outcome.failure);
  const pending = outcome.outcome === 'pending';
  const [undone, setUndone] = useState(false);
  // What was added or taken away is not so any more: nothing of it stays in view.
  if (undone)
    return (
      <Receipt
        key="undone"
        title={t('acts.kinds.restore')}
        what={
          <Note tone="ok" announce>
            {t('acts.restored')}
          </Note>
        }
      />
    );
  return (
    <>
      <Receipt
        title={t(pending ? 'done.pending' : verdict.changes ? `done.${act}` : 'done.unchanged')}
        tone={pending ? 'warn' : 'ok'}
        what={
          pending ? (
            <>
              {name !== '' && <p>{name}</p>}
              {why.success && <p>{t(`errors:${why.data}`)}</p>}
              <p>{t('done.pendingWhat')}</p>
            </>
          ) : (
            <>
              {name !== '' && <p>{name}</p>}
              <p>{verdict.what}</p>
              <p>
                {t('acts.after')} {after.length === 0 ? t('drawing.none') : words.lines(after)}
              </p>
              {outcome.warnings.map((one) => (
                <Note key={one.code}>{warning(one)}</Note>
              ))}
            </>
          )
        }
        {...(pending ? { unknown: <LinkButton to="/register/review">{t('done.toReview')}</LinkButton> } : {})}
      />
      {actId !== null && <Undo actId={actId} onUndone={() => setUndone(true)} />}
    </>
  );
}

function Undo({ actId, onUndone }: { actId: string; onUndone: () => void }) {
  const { t } = useTranslation('register');
  const restore = useAct('register.restore');
  return (
    <>
      <RefusalNote failure={restore.failure} />
      <div className="row-of">
        <Button
          icon="undo"
          busy={restore.busy}
          onPress={() =>
            void restore.run({ actId }).then((result) => {
              if (result.ok) onUndone();
            })
          }
        >
          {t('acts.undo')}
        </Button>
      </div>
    </>
  );
}
