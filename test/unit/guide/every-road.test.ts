// The road for every combination of answers: there always is one, it is the shortest, and every step on it is needed.
import { describe, expect, it } from 'vitest';
import { rightsOf, type Service, services } from '../../../preload/contract/services.ts';
import {
  accessKeepers,
  audiences,
  certificatePlaces,
  type GuideAnswers,
  groupWays,
  mandataryKinds,
  sizes,
  stopKinds,
} from '../../../preload/rules/guide/answers.ts';
import { type Road, type RoadFacts, roadOf } from '../../../preload/rules/guide/road.ts';
import { stepIds } from '../../../preload/rules/guide/step-catalog.ts';
import { stopRoadOf } from '../../../preload/rules/guide/stop-road.ts';

const subsets: Service[][] = Array.from({ length: 15 }, (_, at) =>
  services.filter((_service, bit) => ((at + 1) >> bit) % 2 === 1),
);
const states = ['open', 'announced', 'readOnly', 'closed'] as const;
/** The road knows acceptance from the others only: proved below. */
const environments = ['practice', 'acceptance'] as const;

function* everyCase(): Generator<{ answers: GuideAnswers; facts: RoadFacts; road: Road }> {
  for (const wanted of subsets)
    for (const audience of audiences)
      for (const groupWay of groupWays)
        for (const mandataryKind of mandataryKinds)
          for (const access of accessKeepers)
            for (const size of sizes)
              for (const account of [true, false])
                for (const certificate of certificatePlaces)
                  for (const fla of states)
                    for (const environment of environments) {
                      const answers = {
                        services: wanted,
                        audience,
                        groupWay,
                        mandataryKind,
                        access,
                        size,
                        account,
                        certificate,
                      };
                      const facts = { fla, environment };
                      yield { answers, facts, road: roadOf(answers, facts) };
                    }
}

/** The first cases that break a rule, so that a failure names one. */
function breaking(
  rule: (one: { answers: GuideAnswers; facts: RoadFacts; road: Road }) => boolean,
): unknown[] {
  const found: unknown[] = [];
  let seen = 0;
  for (const one of everyCase()) {
    seen += 1;
    if (!rule(one) && found.length < 3)
      found.push({ ...one.answers, ...one.facts, steps: one.road.steps.map(({ id }) => id) });
  }
  expect(seen).toBe(15 * 4 * 2 * 2 * 2 * 3 * 2 * 3 * 4 * 2);
  return found;
}
const has = (road: Road, id: string): boolean => road.steps.some((step) => step.id === id);
describe('every combination of answers', () => {
  it('gives each wanted service its way, and steps exactly when one can be reached', () => {
    expect(
      breaking(({ answers, road }) => {
        const dead = ['closed', 'noNewRegistrations', 'participantsOnlyFla'];
        const reached = road.ways.some(({ way }) => !dead.includes(way));
        return (
          road.ways.map(({ service }) => service).join() === answers.services.join() &&
          reached === road.steps.length > 0 &&
          reached === (road.quality !== null) &&
          (road.channel === 'none') === !reached
        );
      }),
    ).toEqual([]);
  });

  it('has no step twice', () => {
    expect(
      breaking(({ road }) => new Set(road.steps.map(({ id }) => id)).size === road.steps.length),
    ).toEqual([]);
  });

  it('asks for an account, and all that leads to it, only from those who send by themselves', () => {
    const leading = ['signIn', 'addAccount', 'changeRights', 'keepClientId', 'chamanAccess', 'registered'];
    expect(
      breaking(({ road }) => {
        const sends = road.account !== 'none';
        return (
          sends === road.ways.some(({ way }) => ['own', 'asMandatary', 'asProvider'].includes(way)) &&
          (sends ||
            (!leading.some((id) => has(road, id)) &&
              road.certificate === 'none' &&
              road.rights.length === 0)) &&
          (!sends || has(road, 'addAccount') !== has(road, 'changeRights'))
        );
      }),
    ).toEqual([]);
  });

  it('names exactly one certificate step where an account signs, and a second certificate only beside an account without its key', () => {
    const certificateSteps = ['makeCertificate', 'importCertificate', 'askContainer'];
    expect(
      breaking(
        ({ answers, road }) =>
          certificateSteps.filter((id) => has(road, id)).length === (road.account === 'none' ? 0 : 1) &&
          has(road, 'addCertificate') === (road.account === 'reuse' && answers.certificate === 'none'),
      ),
    ).toEqual([]);
  });

  it('asks for a mandate exactly where one acts for another', () => {
    expect(
      breaking(({ road }) => {
        const acts = road.ways.some(({ way }) => way === 'byMandatary' || way === 'asMandatary');
        return (
          ['giveMandate', 'acceptMandate', 'recordMandate'].every((id) => has(road, id) === acts) &&
          road.mandates.length > 0 === acts
        );
      }),
    ).toEqual([]);
  });

  it('asks for the circle of trust exactly for citizen data, and lets the access manager tick its two rights', () => {
    expect(
      breaking(({ road }) => {
        const citizens = road.account !== 'none' && road.rights.includes('citizenMandatesManage');
        const ticking = road.steps.find(({ id }) => id === 'addAccount' || id === 'changeRights');
        return (
          has(road, 'circleOfTrust') === citizens &&
          (!citizens || (road.rights.includes('citizenDataConsult') && ticking?.who === 'accessManager'))
        );
      }),
    ).toEqual([]);
  });

  it('ticks the rights of the reached services and no others', () => {
    expect(
      breaking(({ road }) => {
        const dead = ['closed', 'noNewRegistrations', 'participantsOnlyFla'];
        const wanted = road.ways
          .filter(({ way }) => !dead.includes(way))
          .flatMap(({ service }) => rightsOf[service][0] ?? []);
        return road.account === 'none' ? road.rights.length === 0 : road.rights.join() === wanted.join();
      }),
    ).toEqual([]);
  });

  it('asks for the acceptance environment only there', () => {
    expect(
      breaking(
        ({ facts, road }) =>
          has(road, 'acceptanceRequest') === (facts.environment === 'acceptance' && road.account !== 'none'),
      ),
    ).toEqual([]);
  });

  it('calls a step settled only where an account proves it', () => {
    expect(
      breaking(({ road }) => road.account === 'reuse' || road.steps.every(({ settled }) => !settled)),
    ).toEqual([]);
  });

  it('says what is closed or no longer taken', () => {
    expect(
      breaking(({ answers, facts, road }) => {
        const wanted = answers.services.includes('fla');
        return (
          road.notes.includes('flaClosed') === (wanted && facts.fla === 'closed') &&
          road.notes.includes('flaReadOnly') === (wanted && facts.fla === 'readOnly') &&
          road.notes.includes('flaAnnounced') === (wanted && facts.fla === 'announced')
        );
      }),
    ).toEqual([]);
  });

  it('offers the web application to the very small who do it themselves, and says that batch is out of scope', () => {
    expect(
      breaking(({ answers, road }) => {
        const own = road.ways.some(({ way }) => way === 'own');
        return (
          (road.channel === 'webApplication') === (own && answers.size === 'under10') &&
          road.notes.includes('webApplication') === (road.channel === 'webApplication') &&
          road.notes.includes('batch') === (road.account !== 'none')
        );
      }),
    ).toEqual([]);
  });
});

it('asks the right for looking up presences only from who registers none, and says that no page shows them', () => {
  const asked = (presences: GuideAnswers['presences']) =>
    roadOf(
      {
        services: ['checkInAndOutAtWork'],
        audience: 'ownWorkers',
        groupWay: 'one',
        mandataryKind: 'socialSecretariat',
        access: 'self',
        size: 'from50',
        account: false,
        certificate: 'none',
        presences,
      },
      { fla: 'open', environment: 'practice' },
    );
  expect(asked('consult').rights).toEqual(['checkInAndOutAtWorkConsult']);
  expect(asked('register').rights).toEqual(['checkInAndOutAtWork']);
  expect(asked(undefined).rights).toEqual(['checkInAndOutAtWork']);
  expect(asked('consult').notes).toEqual(expect.arrayContaining(['presencesHere', 'freeOnlineToo']));
});

it('every step of the catalogue is on some road', () => {
  const used = new Set<string>(stopKinds.flatMap((what) => stopRoadOf(what).map(({ id }) => id)));
  for (const { road } of everyCase()) for (const { id } of road.steps) used.add(id);
  expect(stepIds.filter((id) => !used.has(id))).toEqual([]);
});
