// Whether something is under way that must not lose the environment under its feet. What only follows may be ended at any time.
import type { Session } from '../platform/session.ts';

export const isWorking = ({ jobs }: Pick<Session, 'jobs'>): boolean =>
  jobs.list().some(({ state, kind }) => state === 'running' && kind !== 'applicantFollow');
