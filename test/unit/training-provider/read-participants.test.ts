// What is pasted from a spreadsheet of participants: with headings in four languages, without any, and what is unreadable.
import { describe, expect, it } from 'vitest';
import { checkSession, emptyParticipant } from '../../../preload/rules/training-provider/check-session.ts';
import { readParticipants } from '../../../preload/rules/training-provider/read-participants.ts';

const rania = '01020399645';

describe('readParticipants', () => {
  it.each([
    ['INSZ\tNaam\tVoornaam\tKBO-nummer\tStatus\tAttest', 'afwezig'],
    ["NISS\tNom\tPrénom\tNuméro d'entreprise\tStatut\tAttestation", 'absente'],
    ['ENSS\tNachname\tVorname\tUnternehmensnummer\tStand\tBescheinigung', 'abwesend'],
    ['SSIN\tLast name\tFirst name\tEnterprise number\tStatus\tCertificate', 'not attended'],
  ])('finds the columns of %s', (heading, status) => {
    const row = `01.02.03-996.45\tBensoltane\tRania\tBE 0999.999.130\t${status}\t`;
    const { people, unknownStatus } = readParticipants(`${heading}\n${row}`);
    expect(unknownStatus).toEqual([]);
    expect(people).toEqual([
      {
        ...emptyParticipant,
        insz: rania,
        name: 'Bensoltane, Rania',
        employerNumber: '0999999130',
        status: 'notAttended',
      },
    ]);
  });

  it('reads a list without headings by what stands in it', () => {
    const { people } = readParticipants(`Rania Bensoltane;${rania};aanwezig\nDaan;01020399744;gevolgd`);
    expect(people.map(({ insz, name, status }) => [insz, name, status])).toEqual([
      [rania, 'Rania Bensoltane', 'completed'],
      ['01020399744', 'Daan', 'completed'],
    ]);
  });

  it('takes a certificate by name, by yes, or by its last day, and none by no', () => {
    const text = `INSZ\tAttest\tGeldig tot\n${rania}\tVCA\t1/3/2030\n${rania}\tja\t\n${rania}\tnee\t\n${rania}\t\t1/3/2030`;
    expect(
      readParticipants(text).people.map(({ certificateObtained, certificateName, certificateValidUntil }) => [
        certificateObtained,
        certificateName,
        certificateValidUntil,
      ]),
    ).toEqual([
      [true, 'VCA', '2030-03-01'],
      [true, '', null],
      [false, '', null],
      [true, '', '2030-03-01'],
    ]);
  });

  it('keeps what it cannot read for the rules to tell, and names the line of an unknown status', () => {
    const { people, unknownStatus } = readParticipants('INSZ\tStatus\n123\tmisschien');
    expect(people[0]).toMatchObject({ insz: '123', status: 'completed' });
    expect(unknownStatus).toEqual([2]);
  });

  it('holds 500 and counts the rest', () => {
    const { people, dropped } = readParticipants(Array.from({ length: 503 }, () => rania).join('\n'));
    expect([people.length, dropped]).toEqual([500, 3]);
  });
});

describe('checkSession', () => {
  const parameters = {
    firstYear: 2023,
    yearsAhead: 1,
    registrationClosesOn: '2026-01-01',
    rights: [],
    sectorMinimumHundredths: 200,
    sectorMinimum: { source: '', certainty: 'assumed' as const },
    proRata: { source: '', certainty: 'assumed' as const },
    rounding: { source: '', certainty: 'assumed' as const },
    carryOver: { firstYear: 2024, years: 5, source: '', certainty: 'assumed' as const },
    deadlineMonthsAfterQuarter: 1,
    maxDurationMinutes: 120_000,
    plausibleMinutesPerDay: 720,
  };
  const facts = { today: '2025-03-01', parameters };
  const fields = {
    accountId: '01890000-0000-7000-8000-000000000000',
    title: 'VCA',
    type: 'formal',
    startDate: '2025-02-03',
    endDate: '2025-02-03',
    durationMinutes: 228,
  } as const;
  const person = { ...emptyParticipant, insz: rania };
  const rules = (given: Partial<typeof fields> | object, people = [person]) =>
    checkSession({ ...fields, ...given }, people, facts).map(({ rule, participant }) => [rule, participant]);

  it('finds nothing on a sound session', () => {
    expect(rules({})).toEqual([]);
  });
  it('says once of the session what is wrong with all of it', () => {
    expect(rules({ title: '', endDate: '2025-02-01' }, [person, { ...person, insz: '01020399744' }])).toEqual(
      [
        ['TRN-TITLE-MISSING', null],
        ['F0010-014', null],
      ],
    );
  });
  it('names the participant with a wrong number, a second entry, a wrong employer or an early certificate', () => {
    expect(
      rules({}, [
        { ...person, insz: '01020399646' },
        person,
        person,
        { ...person, insz: '01020399744', employerNumber: '0999999131' },
        { ...person, insz: '90231599722', certificateObtained: true, certificateValidUntil: '2025-01-01' },
      ]),
    ).toEqual([
      ['F0002-004', 0],
      ['PRV-TWICE', 2],
      ['F0001-004', 3],
      ['F0015-363', 4],
    ]);
  });
  it('stops a session without account or participants, and after the service closed', () => {
    expect(rules({ accountId: null }, [])).toEqual([
      ['PRV-ACCOUNT-MISSING', null],
      ['PRV-NOBODY', null],
    ]);
    const closed = checkSession(fields, [person], { ...facts, today: '2026-01-02' });
    expect(closed.map(({ rule }) => rule)).toContain('F0099-999');
  });
  it('leaves the employer’s own term and right out of it', () => {
    const late = checkSession(fields, [person], { ...facts, today: '2025-09-01' });
    expect(late).toEqual([]);
  });
});
