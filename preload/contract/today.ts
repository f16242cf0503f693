// What needs somebody now: each line goes to the place where it is solved.
import { z } from 'zod';
import { nothing, read } from './call.ts';

export const todayLineSchema = z.strictObject({
  id: z.string().max(120),
  /** Under which heading in the margin. */
  when: z.enum(['today', 'thisWeek', 'thisMonth', 'later', 'waiting']),
  tone: z.enum(['bad', 'warn', 'plain', 'ok']),
  /** Names the sentences `today.lines.<key>.{chip,what,who,do}`. */
  key: z.enum([
    'outcomeUnknown',
    'needsDecision',
    'refused',
    'certificateEnds',
    'certificateEnded',
    'certificateNext',
    'certificateIdle',
    'certificateGone',
    'noCertificate',
    'noAccount',
    'accountFails',
    'noEmployer',
    'noWorkers',
    'routeMissing',
    'drafts',
    'ready',
    'paused',
    'deadline',
    'deadlinePassed',
    'deadlineNear',
    'serviceState',
    'guideWaits',
    'trainingCertificates',
    'rescueLeft',
    'rescueOver',
    'presenceRemarks',
    'presenceTurned',
    'worksEnding',
    'applicantsToRead',
    'applicantsOpen',
    'applicantAccessEnds',
    'feedGap',
    'feedLate',
    'feedQuarantine',
    'feedTasks',
  ]),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  path: z.string().max(200),
});

export const todayCalls = {
  'today.list': read(
    nothing,
    z.strictObject({
      date: z.iso.date(),
      lines: z.array(todayLineSchema).max(200),
      services: z
        .array(
          z.strictObject({
            service: z.enum(['oauth', 'chaman', 'fla']),
            state: z.enum(['open', 'readOnly', 'closed', 'announced', 'unreachable']),
            since: z.iso.date().nullable(),
            until: z.iso.date().nullable(),
            source: z.string().max(300),
            certainty: z.string().max(20),
          }),
        )
        .max(20),
      certificates: z
        .array(z.strictObject({ name: z.string(), notAfter: z.iso.datetime(), daysLeft: z.int() }))
        .max(50),
    }),
  ),
};
