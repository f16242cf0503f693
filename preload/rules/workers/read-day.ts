// Reads a day as people write it in Belgian lists: 1/3/2025, 01-03-25, 1er mars 2025, 2025-03-01, 20250301, or a spreadsheet's number.

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
/** Days between 30 December 1899, from which spreadsheets count, and 1 January 1970. */
const SPREADSHEET_OFFSET = 25_569;
/** In Dutch, French, German and English, whole and as they are shortened, without accents. */
const monthNames = [
  'januari janvier januar january janner jan janv',
  'februari fevrier februar february feb fevr',
  'maart mars marz march maerz mrt mar',
  'april avril apr avr',
  'mei mai may',
  'juni juin june jun',
  'juli juillet july jul juil',
  'augustus aout august aug',
  'september septembre sep sept',
  'oktober octobre october okt oct',
  'november novembre nov',
  'december decembre dezember dec dez',
].map((names) => names.split(' '));

/** `1/3/2025` and `1er mars 2025` → `2025-03-01` (day first, as in Belgium); null when it is no day. Two-digit years lie in 1970–2069. */
export function readDay(text: string): string | null {
  // The first of a month in French: 1er.
  const trimmed = text.trim().replace(/^(0?1)er(?=[-/.\s])/i, '$1');
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ][\d:.]+Z?)?$/.exec(trimmed);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const belgian = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?: [\d:.]+)?$/.exec(trimmed);
  if (belgian) return day(fullYear(belgian[3] ?? ''), Number(belgian[2]), Number(belgian[1]));
  const named = /^(\d{1,2})\.?\s+(\p{L}{3,12})\.?\s+(\d{4}|\d{2})$/u.exec(trimmed);
  if (named) return day(fullYear(named[3] ?? ''), monthOf(named[2] ?? ''), Number(named[1]));
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(trimmed);
  if (compact) return day(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  // 20,000 is October 1954 and 73,000 is November 2099: other numbers are not meant as a day.
  if (/^\d{5}$/.test(trimmed)) {
    const serial = Number(trimmed);
    if (serial < 20_000 || serial > 73_000) return null;
    return new Date((serial - SPREADSHEET_OFFSET) * 86_400_000).toISOString().slice(0, 10);
  }
  return null;
}

/** 1 to 12; 0, which is no month, for any other word. */
function monthOf(word: string): number {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return monthNames.findIndex((names) => names.includes(plain)) + 1;
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year >= 70 ? 1900 + year : 2000 + year;
}

function day(year: number, month: number, date: number): string | null {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || date < 1) return null;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const most = month === 2 && leap ? 29 : (lengths[month - 1] ?? 0);
  if (date > most) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
