// What the employer must be sure of before the contract, and what remains to be done after it: ticked by hand, never a verdict.
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../preload/contract/index.ts';
import type sentences from '../../../../resources/locales/en/applicant-advice.json';
import { useAct, useCall } from '../../../calls.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { FailureNote } from '../../../ui/failure.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Sheet } from '../../../ui/sheet.tsx';

type Line = CallOutput<'applicantAnswer.advice'>['lines'][number];
/** Each line that main knows has its sentences. */
type LineId = keyof typeof sentences.lines;
const answers = ['yes', 'no', 'open'] as const;
const moments = ['before', 'after'] as const;

export function Advice({ id }: { id: string }) {
  const { t } = useTranslation('applicants');
  const advice = useCall('applicantAnswer.advice', { id }, { keepPrevious: true });
  const tick = useAct('applicantAnswer.adviseOn');
  // What was chosen shows at once; it goes back where main did not take it.
  const [chosen, setChosen] = useState<Readonly<Record<string, Line['answer']>>>({});
  const lines = (advice.data?.lines ?? []).map((line) => ({
    ...line,
    answer: chosen[line.id] ?? line.answer,
  }));
  const choose = async (line: string, answer: Line['answer']): Promise<void> => {
    setChosen((known) => ({ ...known, [line]: answer }));
    const result = await tick.run({ id, line, answer });
    if (result.ok) await advice.refetch();
    // A later choice of the same line stands until its own answer is there.
    setChosen(({ [line]: last, ...others }) =>
      last === undefined || last === answer ? others : { ...others, [line]: last },
    );
  };
  if (advice.error !== null) return <FailureNote failure={advice.error} />;
  if (lines.length === 0) return null;
  const open = lines.filter(({ answer }) => answer === 'open').length;
  return (
    <Sheet title={t('answer.advice.title')} aside={t('answer.advice.open', { count: open })} flush>
      <div className="sheet-body">
        <p className="quiet-text">{t('answer.advice.what')}</p>
        <FailureNote failure={tick.failure} />
      </div>
      {moments.map((when) => {
        const own = lines.filter((line) => line.when === when);
        return own.length === 0 ? null : (
          <div key={when}>
            <h3 className="advice-head">{t(`answer.advice.${when}`)}</h3>
            <ul className="advice">
              {own.map((line) => (
                <AdviceLine key={line.id} line={line} onAnswer={(answer) => void choose(line.id, answer)} />
              ))}
            </ul>
          </div>
        );
      })}
    </Sheet>
  );
}

function AdviceLine({ line, onAnswer }: { line: Line; onAnswer: (answer: Line['answer']) => void }) {
  const { t } = useTranslation('applicants');
  const words = useTranslation('applicant-advice');
  const formats = useFormats();
  const group = useId();
  const id = line.id as LineId;
  return (
    <li>
      <div>
        <strong id={`${group}-what`}>{words.t(`lines.${id}.what`)}</strong>
        <p>{words.t(`lines.${id}.why`)}</p>
        <p className="advice-source">
          {t('answer.advice.source', {
            source: line.source,
            day: formats.day(line.sourceDate, 'long'),
            certainty: t(`answer.advice.certainty.${line.certainty}`),
          })}
        </p>
        {line.answer === 'no' && (
          <p className="advice-no">
            <Icon name="warn" />
            {t(`answer.advice.no.${line.when}`)}
          </p>
        )}
      </div>
      <div role="radiogroup" aria-labelledby={`${group}-what`} className="advice-answer">
        {answers.map((answer) => (
          <label key={answer}>
            <input
              type="radio"
              name={group}
              checked={line.answer === answer}
              onChange={() => onAnswer(answer)}
            />
            {t(`answer.advice.answers.${answer}`)}
          </label>
        ))}
      </div>
    </li>
  );
}
