// Since when each service is open, read-only or closed, with the source of every date; and the deadlines that follow.
import { z } from 'zod';
import { act, idSchema, nothing, pageInput, pageOf, read } from './call.ts';
import { languageSchema } from './values.ts';

/** The services of the calendar. `flaTrainingProvider` is the channel of training providers to the same accounts. */
export const datedServiceSchema = z.enum([
  'fla',
  'flaTrainingProvider',
  'checkInAndOutAtWork',
  'citizenMandates',
  'citizenData',
  'dimona',
]);
export type DatedService = z.infer<typeof datedServiceSchema>;

/** `retired`: another service or version took its place. `announced`: it is to come. */
export const serviceStateSchema = z.enum(['open', 'readOnly', 'closed', 'retired', 'announced']);
export type ServiceState = z.infer<typeof serviceStateSchema>;

/** `law`: stands in a law that was read; `public`: on a public page; `inferred`: follows from one; `assumed`: ours. */
export const sourceCertaintySchema = z.enum(['law', 'public', 'inferred', 'assumed']);

const sourced = {
  /** As it was found, in one language; `words` names it in the texts (`services.sources.<words>`). */
  source: z.string().min(1).max(300),
  words: z.string().min(1).max(60),
  certainty: sourceCertaintySchema,
};

export const datedStateSchema = z.strictObject({ state: serviceStateSchema, from: z.iso.date(), ...sourced });
export type DatedState = z.infer<typeof datedStateSchema>;

export const serviceRowSchema = z.strictObject({
  service: datedServiceSchema,
  /** On the business date; a service whose first day is still to come is `announced`. */
  state: serviceStateSchema,
  since: z.iso.date().nullable(),
  /** The last day of this state; null while no change is known. */
  until: z.iso.date().nullable(),
  next: datedStateSchema.nullable(),
  /** Sending to it is refused here until it was confirmed for that very sending: a real channel that takes nothing. */
  asksConfirmation: z.boolean(),
  states: z.array(datedStateSchema).max(20),
});
export type ServiceRow = z.infer<typeof serviceRowSchema>;

export const deadlineRuleSchema = z.enum(['quarter', 'newHire', 'verification', 'consultationEnds']);
export type DeadlineRule = z.infer<typeof deadlineRuleSchema>;

/** `done`: nothing of it is left to do. `near`: within 31 days. */
export const deadlineStandingSchema = z.enum(['passed', 'near', 'later', 'done']);

export const deadlineSchema = z.strictObject({
  id: z.string().max(120),
  employerId: idSchema,
  employerName: z.string().max(200),
  rule: deadlineRuleSchema,
  /** The last day. */
  date: z.iso.date(),
  daysLeft: z.int(),
  standing: deadlineStandingSchema,
  /** Trainings not accepted yet, or new workers of whom nothing was accepted; null where Sociodesk cannot know. */
  open: z.int().nullable(),
  /** What it is about: the days of the quarter, or the first day of work. */
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
});
export type Deadline = z.infer<typeof deadlineSchema>;

export const serviceCalls = {
  'service.list': read(
    nothing,
    z.strictObject({
      date: z.iso.date(),
      recordedOn: z.iso.date(),
      services: z.array(serviceRowSchema).max(20),
      deadlines: z.array(z.strictObject({ rule: deadlineRuleSchema, ...sourced })).max(10),
    }),
  ),
};

export const deadlineCalls = {
  /** The nearest first. Rules for filing give nothing on days when the service takes nothing. */
  'deadline.list': read(
    z.strictObject({
      ...pageInput,
      employerId: idSchema.nullable().default(null),
      rules: z.array(deadlineRuleSchema).max(4).default([]),
      standings: z.array(deadlineStandingSchema).max(4).default([]),
    }),
    pageOf(deadlineSchema).extend({
      date: z.iso.date(),
      counts: z.record(deadlineStandingSchema, z.int()),
    }),
  ),
  /** Those still to come, as a calendar file where the person chooses. Failure notFound where there is none. */
  'deadline.saveCalendar': act(
    z.strictObject({ employerId: idSchema.nullable().default(null), language: languageSchema }),
    z.strictObject({ saved: z.boolean(), name: z.string().max(255), events: z.int() }),
  ),
};
