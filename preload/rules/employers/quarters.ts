// Calendar quarters as mandates count them: `2025Q2` runs from 1 April to 30 June. Text order is time order.

/** `2025Q2` */
export type Quarter = string;

const form = /^(\d{4})Q([1-4])$/;

/** Quarter of a legal day: `2025-03-31` → `2025Q1`, `2025-04-01` → `2025Q2`. */
export function quarterOf(day: string): Quarter {
  const month = Number(day.slice(5, 7));
  return `${day.slice(0, 4)}Q${Math.ceil(month / 3)}`;
}

/** First day: `2025Q2` → `2025-04-01`. */
export function firstDayOf(quarter: Quarter): string {
  const { year, number } = partsOf(quarter);
  return `${year}-${two(number * 3 - 2)}-01`;
}

/** Last day: `2025Q1` → `2025-03-31`. */
export function lastDayOf(quarter: Quarter): string {
  const { year, number } = partsOf(quarter);
  return `${year}-${two(number * 3)}-${number === 1 || number === 4 ? 31 : 30}`;
}

/** `2025Q4` + 1 → `2026Q1`; a negative number goes back. */
export function quartersLater(quarter: Quarter, by: number): Quarter {
  const { year, number } = partsOf(quarter);
  const index = year * 4 + number - 1 + by;
  return `${Math.floor(index / 4)}Q${(index % 4) + 1}`;
}

/** What a person may type: `2025Q2`, `2025 K2`, `2/2025`, `T2 2025`, `2e kwartaal 2025`; null when it is none of these. */
export function readQuarter(text: string): Quarter | null {
  const numbers = text.match(/\d+/g) ?? [];
  const [one, other, ...rest] = numbers;
  if (one === undefined || other === undefined || rest.length > 0) return null;
  const [year, number] = one.length === 4 ? [one, other] : [other, one];
  return form.test(`${year}Q${number}`) ? `${year}Q${number}` : null;
}

/** Whether two spans of quarters have one in common; a null end stays open. */
export function quartersOverlap(
  a: { start: Quarter; end: Quarter | null },
  b: { start: Quarter; end: Quarter | null },
): boolean {
  return (a.end === null || b.start <= a.end) && (b.end === null || a.start <= b.end);
}

function partsOf(quarter: Quarter): { year: number; number: number } {
  const found = form.exec(quarter);
  if (found === null) throw new RangeError('not a quarter');
  return { year: Number(found[1]), number: Number(found[2]) };
}

const two = (value: number): string => String(value).padStart(2, '0');
