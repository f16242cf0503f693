// The calendar of certificate ends as calendar programs read it (RFC 5545): one event per end, on the Belgian day, with an
// alarm at each rung, and nothing of the persons in it.
import { describe, expect, it } from 'vitest';
import { type CalendarEntry, calendarFile } from '../../../main/certificates/calendar-file.ts';
import { createTexts } from '../../../main/platform/texts.ts';

const texts = createTexts();
const stamp = new Date('2027-01-04T09:15:00Z');
const klaver: CalendarEntry = {
  id: '0196f2d4-0000-7000-8000-000000000031',
  name: 'Klaver 2024',
  notAfter: '2027-06-10T22:30:00.000Z',
  users: ['Klaver, kantoor Gent', 'De Berk'],
};

/** Unfolded lines (RFC 5545, 3.1). */
async function linesOf(
  entries: CalendarEntry[],
  language: 'nl' | 'fr' | 'de' | 'en' = 'nl',
): Promise<string[]> {
  const bytes = await calendarFile(entries, { texts, language, stamp });
  return Buffer.from(bytes)
    .toString('utf8')
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n');
}
const valuesOf = (lines: string[], name: string) =>
  lines.filter((line) => line.split(/[:;]/)[0] === name).map((line) => line.slice(line.indexOf(':') + 1));

describe('the calendar file', () => {
  it('has one all-day event per certificate, on the day of its end in Belgium', async () => {
    const lines = await linesOf([
      klaver,
      { ...klaver, id: '0196f2d4-0000-7000-8000-000000000032', users: [] },
    ]);
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2);
    expect(lines.filter((line) => line.startsWith('DTSTART'))).toEqual([
      'DTSTART;VALUE=DATE:20270611',
      'DTSTART;VALUE=DATE:20270611',
    ]);
    expect(valuesOf(lines, 'DTSTAMP')).toEqual(['20270104T091500Z', '20270104T091500Z']);
    expect(valuesOf(lines, 'TRANSP')).toEqual(['TRANSPARENT', 'TRANSPARENT']);
  });

  it('rings at nine in the morning, 90, 40, 14, 7 and 2 days before and on the day itself', async () => {
    const lines = await linesOf([klaver]);
    expect(lines.filter((line) => line === 'ACTION:DISPLAY')).toHaveLength(6);
    const midnight = Date.parse('2027-06-11T00:00:00Z');
    const moments = valuesOf(lines, 'TRIGGER').map((value) => new Date(midnight + durationMs(value)));
    expect(moments.map((moment) => moment.toISOString())).toEqual([
      '2027-03-13T09:00:00.000Z',
      '2027-05-02T09:00:00.000Z',
      '2027-05-28T09:00:00.000Z',
      '2027-06-04T09:00:00.000Z',
      '2027-06-09T09:00:00.000Z',
      '2027-06-11T09:00:00.000Z',
    ]);
  });

  it('keeps the id of each event, so that a file taken in later replaces the earlier one', async () => {
    const first = valuesOf(await linesOf([klaver]), 'UID');
    const later = valuesOf(await linesOf([{ ...klaver, name: 'Klaver, hernoemd' }], 'fr'), 'UID');
    expect(first).toEqual(['0196f2d4-0000-7000-8000-000000000031@sociodesk.invalid']);
    expect(later).toEqual(first);
  });

  it.each([
    ['nl', 'Certificaat vervalt: Klaver 2024', '11 juni 2027'],
    ['fr', 'Le certificat expire : Klaver 2024', '11 juin 2027'],
    ['de', 'Zertifikat läuft ab: Klaver 2024', '11. Juni 2027'],
    ['en', 'Certificate expires: Klaver 2024', '11 June 2027'],
  ] as const)('speaks %s', async (language, summary, day) => {
    const lines = await linesOf([klaver], language);
    expect(valuesOf(lines, 'SUMMARY')).toContain(summary);
    const [said = ''] = valuesOf(lines, 'DESCRIPTION').filter((text) =>
      text.includes('Klaver\\, kantoor Gent'),
    );
    expect(said).toContain(day);
    expect(lines.join('\n')).not.toContain('certificate-life');
  });

  it('keeps no line longer than 75 octets and ends each with CR LF', async () => {
    const bytes = await calendarFile([{ ...klaver, name: 'é'.repeat(120) }], {
      texts,
      language: 'fr',
      stamp,
    });
    const text = Buffer.from(bytes).toString('utf8');
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('leaves out what looks like the number of a person in a name', async () => {
    const lines = await linesOf([{ ...klaver, name: 'Kaart 85.07.30-033.28', users: ['85073003328'] }]);
    expect(lines.join('\n')).not.toMatch(/85[. ]?07[. ]?30/);
    expect(valuesOf(lines, 'SUMMARY')).toContain('Certificaat vervalt: Kaart [number]');
  });
});

/** `-P89DT15H` and `PT9H`, in milliseconds. */
function durationMs(text: string): number {
  const parts = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  if (parts === null) throw new Error(`no duration: ${text}`);
  const [days, hours, minutes, seconds] = parts.slice(2).map((part) => Number(part ?? 0));
  const total = (((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0);
  return (parts[1] === '-' ? -1 : 1) * total * 1_000;
}
