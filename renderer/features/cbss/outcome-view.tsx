// One answer of the service, explained: the verdict first, then what to do and who must, then the facts that a service desk asks for.
import { useTranslation } from 'react-i18next';
import type { BusinessStatus, CbssOutcome } from '../../../preload/contract/cbss-answer.ts';
import { useFormats } from '../../i18n/formats.ts';
import { type Fact, Facts } from '../../ui/facts.tsx';
import { Note } from '../../ui/note.tsx';
import { newNumberOf } from './brought-number.ts';
import { isOwnCode, useMeaningWords } from './code-words.ts';
import { OutcomeLines } from './outcome-lines.tsx';

type OutcomeViewProps = {
  outcome: CbssOutcome;
  tries?: number;
  milliseconds?: number;
};

export function OutcomeView({ outcome, tries, milliseconds }: OutcomeViewProps) {
  const { t } = useTranslation('cbss');
  const words = useMeaningWords();
  const told = useToldFacts();
  const meaning = words.ofOutcome(outcome);
  const facts: Fact[] = [
    { label: t('answer.where'), value: `${meaning.layerName}. ${meaning.layerWhat}` },
    {
      label: t('answer.code'),
      value:
        outcome.layer === 'business' ? (
          <>
            <span className="number">{outcome.value}</span>{' '}
            <span className="number">{meaning.shownCode}</span>
          </>
        ) : (
          <span className="number">{meaning.shownCode}</span>
        ),
    },
    { label: t('answer.who'), value: meaning.who },
    ...told(outcome),
  ];
  return (
    <div className="panel cbss-outcome" role="status">
      <Note tone={meaning.severity}>
        <p>
          <b>{meaning.what}</b>
        </p>
        <p>{meaning.remedy}</p>
        {meaning.severity !== 'ok' && <p>{t(`answer.again.${meaning.again}`)}</p>}
        {outcome.layer === 'transport' && outcome.mayHaveHappened && <p>{t('answer.mayHaveHappened')}</p>}
      </Note>
      <Facts facts={facts} />
      {isOwnCode(meaning.code) && <p className="faint-text">{words.ownWhat}</p>}
      {outcome.layer === 'business' && <Remarks status={outcome} />}
      {outcome.layer === 'business' && outcome.inscriptions.length > 0 && (
        <div className="kept-block">
          <h3>{t('answer.lines')}</h3>
          <OutcomeLines status={outcome} />
        </div>
      )}
      {tries !== undefined && milliseconds !== undefined && (
        <p className="faint-text">{t('answer.took', { tries, milliseconds })}</p>
      )}
    </div>
  );
}

/** Facts of one layer: what its own desk asks for. */
function useToldFacts(): (outcome: CbssOutcome) => Fact[] {
  const { t } = useTranslation('cbss');
  const formats = useFormats();
  const when = (shown: boolean, label: string, value: Fact['value']): Fact[] =>
    shown ? [{ label, value }] : [];
  const named = (information: BusinessStatus['information']): string =>
    information
      .map(({ fieldName, fieldValue }) => (fieldValue ? `${fieldName}: ${fieldValue}` : fieldName))
      .join(', ');
  return (outcome) => {
    if (outcome.layer === 'transport')
      return when(
        outcome.finding !== null,
        t('answer.words'),
        outcome.line === null
          ? outcome.finding
          : t('answer.line', { line: outcome.line, finding: outcome.finding ?? '' }),
      );
    if (outcome.layer === 'platform')
      return [
        ...when(
          outcome.id !== null,
          t('answer.reference'),
          <span className="reference address">{outcome.id}</span>,
        ),
        ...when(
          outcome.messages.length > 0,
          t('answer.words'),
          outcome.messages.map(({ text }) => text).join(' '),
        ),
      ];
    const ticket = when(
      outcome.ticketCBSS !== null,
      t('answer.cbssTicket'),
      <span className="reference address">{outcome.ticketCBSS}</span>,
    );
    if (outcome.layer === 'cbss')
      return [
        ...when(outcome.diagnostic !== '', t('answer.words'), outcome.diagnostic),
        ...when(outcome.information.length > 0, t('answer.fields'), named(outcome.information)),
        ...ticket,
      ];
    const insz = newNumberOf(outcome);
    return [
      ...when(
        insz !== null,
        t('answer.newNumber'),
        <span className="number">{formats.insz(insz ?? '')}</span>,
      ),
      ...when(outcome.information.length > 0, t('answer.fields'), named(outcome.information)),
      ...when(outcome.description !== null, t('answer.words'), outcome.description),
      ...ticket,
    ];
  };
}

function Remarks({ status: { anomalies } }: { status: BusinessStatus }) {
  const { t } = useTranslation('cbss');
  const words = useMeaningWords();
  if (anomalies.length === 0) return null;
  return (
    <div>
      <h3>{t('answer.anomalies')}</h3>
      <ul className="plain-list">
        {anomalies.map(({ code }) => {
          const { what, shownCode } = words.ofRemark(code);
          return (
            <li key={code}>
              {what} <span className="number">{shownCode}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
