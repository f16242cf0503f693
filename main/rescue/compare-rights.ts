// Right and credit of a worker-year as the service says them beside the register's own computation, and why they may differ.
// Pure: two sides in, lines out.
import type {
  RescueMeasure,
  RescueRightLine,
  RescueRightReason,
} from '../../preload/contract/rescue-values.ts';
import type { Balance } from '../../preload/contract/training.ts';
import type { SaidRights } from './said-rights.ts';

/** The register's side: its balance, and the part of full time in hundredths that it computed with. */
export type OwnRights = { balance: Balance; partOfFullTime: number };

/** Both sides round to hundredths of a day, each in its own place. */
const roundingHundredths = 2;

/**
 * A line for each measure that the service spoke of. `trainingsDiffer`: the trainings of the worker-year are not the same on
 * both sides. The service's credit takes off what was followed, not what is planned: so the remainder is compared that way.
 */
export function compareRights(
  said: SaidRights,
  own: OwnRights | null,
  trainingsDiffer: boolean,
): RescueRightLine[] {
  const here = own === null ? null : ownMeasures(own, said);
  const differs = (measure: RescueMeasure): boolean => {
    const [one, other] = [said[measure], here?.[measure] ?? null];
    return one !== null && other !== null && one !== other;
  };
  const near = (measure: RescueMeasure): boolean =>
    Math.abs((said[measure] ?? 0) - (here?.[measure] ?? 0)) <= roundingHundredths;
  const because = (measure: RescueMeasure): RescueRightReason[] => {
    if (own === null) return [];
    if (measure === 'carriedOver') return ['carriedOver'];
    if (measure === 'partOfFullTime') return ['partOfFullTime'];
    if (measure === 'dayLength') return ['weeklyHours'];
    if (measure === 'right') return rightReasons(said, own.balance);
    if (near(measure) && !(measure === 'initial' && differs('right'))) return ['rounding'];
    if (measure === 'initial') return initialReasons(own.balance, said, differs);
    if (measure === 'remaining') return ['follows'];
    return followedReasons(trainingsDiffer, differs('dayLength'));
  };
  return measures.flatMap((measure) => {
    const there = said[measure];
    if (there === null) return [];
    const unlike = differs(measure);
    return [
      {
        measure,
        there,
        here: here?.[measure] ?? null,
        differs: unlike,
        reasons: unlike ? because(measure) : [],
      },
    ];
  });
}

const measures: readonly RescueMeasure[] = [
  'right',
  'partOfFullTime',
  'carriedOver',
  'initial',
  'followed',
  'planned',
  'remaining',
  'dayLength',
];

function ownMeasures(
  { balance, partOfFullTime }: OwnRights,
  said: SaidRights,
): Record<RescueMeasure, number> {
  const { rightHundredths, carriedOverHundredths, completedHundredths, plannedHundredths, dayMinutes } =
    balance;
  return {
    // Where the service computes, the filed right is that of a full-time worker in a whole year.
    right: said.automatic === false ? rightHundredths : fullRight(balance),
    partOfFullTime,
    carriedOver: carriedOverHundredths,
    initial: rightHundredths + carriedOverHundredths,
    followed: completedHundredths,
    planned: plannedHundredths,
    remaining: rightHundredths + carriedOverHundredths - completedHundredths,
    dayLength: dayMinutes,
  };
}

/** Days of a full-time worker in a whole year: what the first steps of the computation say. */
function fullRight({ steps, rightHundredths }: Balance): number {
  const base = steps.filter(({ key }) => key.startsWith('size.') || key === 'sector').at(-1);
  const days = base?.params['hundredths'];
  return typeof days === 'number' ? days : rightHundredths;
}

function rightReasons({ source, automatic }: SaidRights, { steps, certain }: Balance): RescueRightReason[] {
  const reasons: RescueRightReason[] = [];
  if (!certain) reasons.push('sizeUnknown');
  const agreed = source === 'sectorCba' || source === 'companyCba';
  if (agreed !== steps.some(({ key }) => key === 'sector')) reasons.push('agreement');
  if (source === 'employer' || automatic === false) reasons.push('filedByHand');
  return reasons.length === 0 ? ['size'] : reasons;
}

function initialReasons(
  { steps, certain }: Balance,
  said: SaidRights,
  differs: (measure: RescueMeasure) => boolean,
): RescueRightReason[] {
  const reasons: RescueRightReason[] = [];
  if (differs('right')) reasons.push('right');
  if (said.right === null && !certain) reasons.push('sizeUnknown');
  if (differs('carriedOver')) reasons.push('carriedOver');
  // Without a filed right the service says nothing of what was carried over: its credit then leaves it out.
  else if (said.carriedOver === null && steps.some(({ key }) => key === 'carriedOver'))
    reasons.push('carriedOver');
  if (differs('partOfFullTime')) reasons.push('partOfFullTime');
  if (steps.some(({ key }) => key === 'partOfYear')) reasons.push('byMonths');
  return reasons.length === 0 ? ['size'] : reasons;
}

const followedReasons = (trainingsDiffer: boolean, dayDiffers: boolean): RescueRightReason[] => {
  const reasons: RescueRightReason[] = [];
  if (trainingsDiffer) reasons.push('trainings');
  if (dayDiffers) reasons.push('weeklyHours');
  return reasons.length === 0 ? ['countedOtherwise'] : reasons;
};
