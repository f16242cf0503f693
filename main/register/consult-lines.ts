// Consults lines of one person for one client. Rules Q1 to Q5: only that client's, whole, also by an old number; none is an answer.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { addPeriod, type Period, periodsWithin } from '../../preload/rules/register/periods.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import type { SourceAnswer } from './authentic-source.ts';
import { authenticSourceOf } from './cbss/cbss-source.ts';
import { checkQuestion, type Question } from './check-question.ts';
import { keepConsulted } from './inscribing/keep-inscribed.ts';
import { linesOfPerson } from './line-store.ts';
import { lookUpNumber, warningsOf } from './own-records.ts';
import { listTypes } from './type-store.ts';

type Asked = HandlerInput<'register.consult'>;
type Answer = HandlerOutput<'register.consult'>;
const most = 500;

/** What stands here. Failures: notFound (client), refusedByRule (MSG00011, INS00002, INS00004). */
export function consultLines({ db }: Session, asked: Asked): Result<Answer> {
  const question = checkQuestion(db, asked, { adds: false });
  if (!question.ok) return question;
  const { insz, type, period, employerId } = question.value;
  const known = lookUpNumber(db, insz);
  const filter = { employerId, dossierType: type?.code ?? null, period, limit: most };
  const lines = known.personIds.flatMap((id) => linesOfPerson(db, id, filter)).slice(0, most);
  const gone = known.state === 'cancelled' ? [{ code: 'INS00003' }] : [];
  return ok({
    code: lines.length > 0 ? 'MSG00000' : 'MSG00100',
    insz: known.insz,
    replaces: known.replaces,
    personId: known.personIds[0] ?? null,
    lines,
    warnings: [...warningsOf(known), ...gone],
  });
}

type Compared = HandlerOutput<'register.consultSource'>;

/** The same question to the service, beside what stands here for all clients together. Failures besides: stateNotAllowed (no connector), the service's. */
export async function consultSource(
  session: Session,
  asked: Asked,
  source = authenticSourceOf(session),
): Promise<Result<Compared>> {
  const question = checkQuestion(session.db, asked, { adds: false });
  if (!question.ok) return question;
  if (source === null) return fail('stateNotAllowed');
  const answer = await source.consult(question.value);
  if (!answer.ok) return answer;
  const { insz, replaces, warnings, lines } = answer.value;
  const [personId] = lookUpNumber(session.db, insz).personIds;
  if (personId !== undefined && question.value.period === null) {
    const { type } = question.value;
    const kept = attempt(session.db, () => ok(keepConsulted(session.db, personId, type, answer.value)));
    if (!kept.ok) return kept;
  }
  return ok({
    code: lines.length > 0 ? 'MSG00000' : 'MSG00100',
    ...{ insz, replaces, warnings },
    lines: sideBySide(
      linesHere(session, question.value, insz),
      named(session, answer.value),
      asked.period,
    ).slice(0, most),
  });
}

type Line = { dossierType: string; period: Period };

/**
 * Of all clients together, joined by N9 as the source joined them: it knows no clients, only the organisation. `present`: the number that
 * the source speaks of, which may be news here (Q4).
 */
function linesHere({ db }: Session, { insz, type, period }: Question, present: string): Line[] {
  const filter = { employerId: null, dossierType: type?.code ?? null, period: null, limit: 5_000 };
  const types = new Map<string, Period[]>();
  const holders = [present, insz].flatMap((one) => lookUpNumber(db, one).personIds);
  for (const personId of new Set(holders))
    for (const line of linesOfPerson(db, personId, filter)) {
      const joined = addPeriod(types.get(line.dossierType) ?? [], line.period).periods;
      types.set(line.dossierType, joined);
    }
  return [...types].flatMap(([dossierType, periods]) =>
    (period === null ? periods : periodsWithin(periods, period)).map((one) => ({ dossierType, period: one })),
  );
}

/** Roles by our own codes; one that is not defined here keeps the service's name for it. */
function named({ db }: Session, { lines }: SourceAnswer): Line[] {
  const types = listTypes(db);
  return lines.map(({ inscriptionContext, qualityCode, period }) => {
    const known = types.find(
      (type) => type.inscriptionContext === inscriptionContext && type.qualityCode === qualityCode,
    );
    return { dossierType: known?.code ?? inscriptionContext ?? String(qualityCode ?? ''), period };
  });
}

function sideBySide(here: readonly Line[], there: readonly Line[], asked: Period | null): Compared['lines'] {
  const textOf = ({ dossierType, period }: Line): string =>
    `${dossierType} ${period.begin} ${period.end ?? '9999'}`;
  const within =
    asked === null ? there : there.filter(({ period }) => periodsWithin([period], asked).length > 0);
  const all = new Map([...here, ...within].map((line) => [textOf(line), line]));
  const inHere = new Set(here.map(textOf));
  const inThere = new Set(within.map(textOf));
  return [...all]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([text, { dossierType, period }]) => ({
      dossierType,
      period: { begin: period.begin, end: period.end },
      stands: !inThere.has(text) ? 'here' : inHere.has(text) ? 'both' : 'there',
    }));
}
