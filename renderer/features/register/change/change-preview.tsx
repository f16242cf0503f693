// What the act would do: in a sentence, drawn before and after, with what the number and the identity came to.
import { useTranslation } from 'react-i18next';
import type { RegisterOutcome } from '../../../../preload/contract/register-values.ts';
import { useCall } from '../../../calls.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { useToday } from '../../../legal-day.ts';
import { Note } from '../../../ui/note.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Answers } from '../../../wizard/answers.tsx';
import { ChangeDrawing } from '../drawing/change-drawing.tsx';
import { useLineWords } from '../drawing/line-words.ts';
import { useTypeName, useWarningWords } from '../register-words.ts';
import { periodOf } from './change-typed.ts';
import { usePersonName } from './person-name.ts';
import type { Change } from './use-change.ts';
import { useVerdict } from './verdict-words.ts';

export function ChangePreview({ change, outcome }: { change: Change; outcome: RegisterOutcome }) {
  const { t } = useTranslation('register');
  const formats = useFormats();
  const today = useToday();
  const words = useLineWords();
  const typeName = useTypeName();
  const warning = useWarningWords();
  const { act, typed, whole } = change;
  const asked = whole ? null : periodOf(typed);
  const name = usePersonName(typed, outcome);
  const verdict = useVerdict(act, asked, outcome);
  const employer = useCall(
    'employer.get',
    { id: typed.employerId ?? '' },
    { enabled: typed.employerId !== null },
  );
  return (
    <>
      <h1>{t(`${act}.lookTitle`)}</h1>
      <p className="lead">{verdict.what}</p>
      {verdict.more !== null && <p className="quiet-text">{verdict.more}</p>}
      <Sheet label={t('change.drawing')} flush>
        <ChangeDrawing asked={asked} act={act} before={outcome.before} after={outcome.after} today={today} />
      </Sheet>
      <Answers
        answers={[
          ...(name === '' ? [] : [{ label: t('columns.name'), value: name }]),
          { label: t('columns.employer'), value: employer.data?.name ?? '' },
          {
            label: t('columns.insz'),
            value: <span className="number">{formats.insz(outcome.insz)}</span>,
            ...(outcome.replaces === null
              ? {}
              : { small: t('number.replaces', { insz: formats.insz(outcome.replaces) }) }),
          },
          { label: t('columns.type'), value: typeName(typed.dossierType) },
          { label: t('change.period'), value: asked === null ? t('delete.whole') : words.period(asked) },
        ]}
      />
      {outcome.warnings.map((one) => (
        <Note key={one.code} tone={one.code === 'INS00006' ? 'info' : 'warn'}>
          {warning(one)}
        </Note>
      ))}
      {outcome.verifiedBy === null ? (
        <Note tone="warn">{t('verified.nobodyWhat')}</Note>
      ) : (
        <p className="quiet-text">
          {t(outcome.verifiedBy === 'ownRecords' ? 'verified.ownRecordsWhat' : 'verified.numberWhat')}
        </p>
      )}
    </>
  );
}
