// Roads of people that are met every day, step by step.
import { describe, expect, it } from 'vitest';
import { services } from '../../../preload/contract/services.ts';
import { audiences, type GuideAnswers, stopKinds } from '../../../preload/rules/guide/answers.ts';
import { type RoadFacts, roadOf } from '../../../preload/rules/guide/road.ts';
import { factsOf } from '../../../preload/rules/guide/step-catalog.ts';
import { stopRoadOf } from '../../../preload/rules/guide/stop-road.ts';

const usual: GuideAnswers = {
  services: ['fla'],
  audience: 'ownWorkers',
  groupWay: 'one',
  mandataryKind: 'socialSecretariat',
  access: 'self',
  size: 'from10to49',
  account: false,
  certificate: 'none',
};
const open: RoadFacts = { fla: 'open', environment: 'production' };
const stepsFor = (answers: Partial<GuideAnswers>, facts: Partial<RoadFacts> = {}): string[] =>
  roadOf({ ...usual, ...answers }, { ...open, ...facts }).steps.map(({ id }) => id);

describe('the road', () => {
  it.each(['simulation', 'production'] as const)('in %s is the one that was practised', (environment) => {
    for (const audience of audiences)
      for (const account of [true, false]) {
        const answers = { ...usual, audience, account, services: [...services] };
        expect(roadOf(answers, { fla: 'open', environment })).toEqual(
          roadOf(answers, { fla: 'open', environment: 'practice' }),
        );
      }
  });

  it('of an employer that does it itself runs from being known to choosing the route', () => {
    expect(stepsFor({})).toEqual([
      'known',
      'registered',
      'chamanAccess',
      'makeCertificate',
      'signIn',
      'contactData',
      'addAccount',
      'keepClientId',
      'testConnection',
      'chooseRoute',
    ]);
  });

  it('of an employer served by a mandatary is a mandate and nothing else', () => {
    expect(stepsFor({ access: 'mandatary' })).toEqual([
      'giveMandate',
      'acceptMandate',
      'recordMandate',
      'chooseElsewhere',
    ]);
    expect(roadOf({ ...usual, access: 'mandatary' }, open)).toMatchObject({
      channel: 'mandatary',
      account: 'none',
      certificate: 'none',
      notes: ['noAccountNeeded', 'ownAccountStays', 'oneMandataryForFla', 'mandateAtQuarter'],
    });
  });

  it('of a mandatary activates its quality under conditions and asks mandates of its clients', () => {
    expect(stepsFor({ audience: 'clients' })).toEqual([
      'registered',
      'mandataryConditions',
      'activateQuality',
      'chamanAccess',
      'makeCertificate',
      'signIn',
      'contactData',
      'addAccount',
      'keepClientId',
      'testConnection',
      'giveMandate',
      'acceptMandate',
      'recordMandate',
      'chooseRoute',
    ]);
  });

  it('of a training provider needs no mandate and no route', () => {
    const steps = stepsFor({ audience: 'participants' });
    expect(steps.filter((id) => /andate|Route/.test(id))).toEqual([]);
    expect(steps).toContain('activateQuality');
    expect(roadOf({ ...usual, audience: 'participants' }, open).notes).toContain('providerNoMandate');
  });

  it.each([
    ['own', ['importCertificate']],
    ['elsewhere', ['askContainer']],
    ['none', ['makeCertificate', 'addCertificate']],
  ] as const)('along an existing account with its key %s keeps the account', (certificate, certificates) => {
    const steps = stepsFor({ account: true, certificate });
    expect(steps.filter((id) => /ertificate|Container/.test(id))).toEqual(certificates);
    expect(steps).toContain('findAccount');
    expect(steps).toContain('changeRights');
    expect(steps).not.toContain('addAccount');
    expect(steps).not.toContain('contactData');
  });

  it('of a group goes through one company, in the quality of service provider, or through each', () => {
    const one = roadOf({ ...usual, audience: 'group' }, open);
    expect(one).toMatchObject({ quality: 'serviceProvider', mandates: ['fla'] });
    const each = roadOf({ ...usual, audience: 'group', groupWay: 'each' }, open);
    expect(each).toMatchObject({ quality: 'employerNsso', mandates: [] });
    expect(each.notes).toEqual(expect.arrayContaining(['certificatePerEnterprise', 'underDimonaNumber']));
  });

  it('of a training provider ends where nothing new is registered', () => {
    expect(roadOf({ ...usual, audience: 'participants' }, { ...open, fla: 'readOnly' })).toMatchObject({
      channel: 'none',
      quality: null,
      steps: [],
      ways: [{ service: 'fla', way: 'noNewRegistrations' }],
    });
  });
});

describe('stopping', () => {
  it.each(stopKinds)('%s changes the portal and then what is kept here, last', (what) => {
    const steps = stopRoadOf(what);
    expect(steps.some(({ id }) => factsOf(id).page !== null)).toBe(true);
    expect(factsOf(steps.at(-1)?.id ?? 'known').place).not.toBeNull();
  });
});
