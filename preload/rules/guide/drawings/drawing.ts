// What a sketch of a screen is made of. The page draws it as SVG, the checklist prints it: one description for both.
import { type Right, rightLabels } from '../../../contract/services.ts';
import type { ReaderLanguage } from '../guide-words.ts';
import { type LabelId, labelOnScreen, needsOwnWords, sentenceCase } from '../portal-labels.ts';

/** What is written: a label of the portal, a right, the enterprise, words of ours under `drawings`, or plain text. */
export type Written =
  | { label: LabelId }
  | { right: Right }
  | { own: string }
  | { enterprise: true }
  | { plain: string };

export type Shape =
  | {
      kind: 'box';
      x: number;
      y: number;
      width: number;
      height: number;
      look: 'sheet' | 'field' | 'button' | 'hot';
    }
  | {
      kind: 'words';
      x: number;
      y: number;
      written: Written;
      look: 'plain' | 'quiet' | 'strong' | 'hot';
      middle?: boolean;
    }
  | { kind: 'tick' | 'dot'; x: number; y: number; on: boolean }
  | { kind: 'arrow'; fromX: number; fromY: number; toX: number; toY: number }
  /** The number of the act that is done here. */
  | { kind: 'act'; x: number; y: number; number: number };

export type Drawing = { width: number; height: number; shapes: Shape[] };

type Facts = { enterpriseName: string; own: (key: string) => string; practising?: boolean };

export function writtenText(written: Written, language: ReaderLanguage, facts: Facts): string {
  if ('label' in written)
    return facts.practising === true && needsOwnWords(written.label, language)
      ? sentenceCase(facts.own(`labels.${written.label}`))
      : labelOnScreen(written.label, language);
  if ('right' in written) return rightLabels[written.right];
  if ('own' in written) return facts.own(`drawings.${written.own}`);
  if ('plain' in written) return written.plain;
  const { enterpriseName } = facts;
  return enterpriseName.length > 34 ? `${enterpriseName.slice(0, 33)}…` : enterpriseName;
}

export const box = (
  look: Extract<Shape, { kind: 'box' }>['look'],
  x: number,
  y: number,
  width: number,
  height: number,
): Shape => ({ kind: 'box', look, x, y, width, height });

export const words = (
  x: number,
  y: number,
  written: Written,
  look: Extract<Shape, { kind: 'words' }>['look'] = 'plain',
): Shape => ({ kind: 'words', x, y, written, look });

/** A button with its words in the middle. */
export const button = (
  x: number,
  y: number,
  width: number,
  written: Written,
  look: 'button' | 'hot' = 'button',
): Shape[] => [
  box(look, x, y, width, 28),
  {
    kind: 'words',
    x: x + width / 2,
    y: y + 18.5,
    written,
    look: look === 'hot' ? 'hot' : 'plain',
    middle: true,
  },
];

/** A label with an empty field under it. */
export const field = (x: number, y: number, width: number, written: Written): Shape[] => [
  words(x, y, written, 'quiet'),
  box('field', x, y + 6, width, 24),
];

export const act = (x: number, y: number, number: number): Shape => ({ kind: 'act', x, y, number });

/** The line of an arrow and its head, as the data of an SVG path. */
export function arrowPath({ fromX, fromY, toX, toY }: Extract<Shape, { kind: 'arrow' }>): string {
  const back = (by: number, aside: number): string => {
    const length = Math.hypot(toX - fromX, toY - fromY);
    const [dx, dy] = [(toX - fromX) / length, (toY - fromY) / length];
    return `${toX - by * dx - aside * dy} ${toY - by * dy + aside * dx}`;
  };
  return `M${fromX} ${fromY} L${toX} ${toY} M${back(7, 5)} L${toX} ${toY} L${back(7, -5)}`;
}
