// The fault switches: what can be asked for, and which of them strike a given request.

export type FaultKind =
  | 'latency'
  | '429'
  | '503'
  | '500'
  | '409'
  | '413'
  | '403mandate'
  | '500AfterCommit'
  | '503AfterCommit'
  | 'resetBeforeCommit'
  | 'resetAfterCommit'
  | 'halfBody'
  | 'silence'
  | 'trickle'
  | 'garbledJson'
  | 'otherReferences'
  | 'htmlInsteadOfJson'
  | 'wrongJson'
  | 'expireTokens'
  | 'clockSkew'
  // Of the inscription service, in the words of SOAP.
  | 'soa02001'
  | 'soa02002'
  | 'cbssFaultDetail'
  | 'cbssFaultError'
  | 'truncatedXml'
  | 'otherTicket'
  | 'bom'
  | 'html502';

export interface Fault {
  readonly kind: FaultKind;
  /** HTTP method; any when absent. */
  readonly method?: string;
  /** `^…` is a regular expression, `*` and `**` make a glob, else a part of the path; any when absent. */
  readonly path?: string;
  /** Strikes only the nth matching request (1-based); with `count` it strikes that many from there on. */
  readonly nth?: number;
  /** Strikes every nth matching request. */
  readonly every?: number;
  /** Strikes at most this many requests. */
  readonly count?: number;
  /** Strikes this share (0 to 1) of the matching requests, drawn from `seed`: the same seed draws the same. */
  readonly share?: number;
  readonly seed?: number;
  /** Milliseconds: of a latency, of a silence that then breaks off (else it does not), between two bytes of a trickle. */
  readonly ms?: number;
  /** Seconds, for clockSkew. */
  readonly seconds?: number;
  /** Seconds, for 429 and 503; without it 503 carries no Retry-After. */
  readonly retryAfter?: number;
  /** How Retry-After is written. */
  readonly retryAfterAs?: 'seconds' | 'date';
  /** Whether what hides or mangles the answer (silence, halfBody, htmlInsteadOfJson …) comes after a commit. */
  readonly commit?: boolean;
  /** What a broken or silent connection did not bring in is kept, and comes in when it is told to land: as late as one likes. */
  readonly held?: boolean;
}

const globExpression = (glob: string): RegExp => {
  const parts = glob.split(/(\*\*|\*)/).map((part) => {
    if (part === '**') return '.*';
    if (part === '*') return '[^/]*';
    return part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`);
};

/** How a path pattern is matched; undefined when it is not a sound regular expression. */
export const pathTest = (path: string | undefined): ((candidate: string) => boolean) | undefined => {
  if (path === undefined) return () => true;
  if (path.startsWith('^')) {
    try {
      const expression = new RegExp(path);
      return (candidate) => expression.test(candidate);
    } catch {
      return undefined;
    }
  }
  if (path.includes('*')) {
    const expression = globExpression(path);
    return (candidate) => expression.test(candidate);
  }
  return (candidate) => candidate.includes(path);
};

/** Numbers from 0 to 1, always the same for a seed (a linear congruential generator modulo 2^32). */
const drawsOf = (seed: number): (() => number) => {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
};

const strikes = (fault: Fault, seen: number, struck: number, drawn: number): boolean => {
  if (fault.share !== undefined && drawn >= fault.share) return false;
  if (fault.every !== undefined && seen % fault.every !== 0) return false;
  if (fault.nth !== undefined) {
    return fault.count === undefined
      ? seen === fault.nth
      : seen >= fault.nth && seen < fault.nth + fault.count;
  }
  return fault.count === undefined || struck < fault.count;
};

export interface FaultBoard {
  list(): readonly (Fault & { readonly seen: number; readonly struck: number })[];
  replace(faults: readonly Fault[]): void;
  add(fault: Fault): void;
  /** The faults that strike this request, in the order in which they were set. Counts it. */
  strike(method: string, path: string): Fault[];
  skewSeconds(): number;
  /** Keeps a request that has not come in yet. */
  hold(comeIn: () => void): void;
  /** Lets all that are kept come in, in their order. How many. */
  land(): number;
}

interface Armed {
  readonly fault: Fault;
  readonly matches: (path: string) => boolean;
  readonly draw: () => number;
  seen: number;
  struck: number;
}

const arm = (fault: Fault): Armed => ({
  fault,
  matches: pathTest(fault.path) ?? (() => false),
  draw: drawsOf(fault.seed ?? 0),
  seen: 0,
  struck: 0,
});

/** `kept` are the faults of an earlier run: each command of the command line may start practice anew. */
export const createFaultBoard = (
  kept: readonly Fault[] = [],
  keep: (faults: readonly Fault[]) => void = () => {},
): FaultBoard => {
  let armed: Armed[] = kept.map(arm);
  const keepAll = () => keep(armed.map(({ fault }) => fault));
  let held: (() => void)[] = [];
  return {
    hold: (comeIn) => void held.push(comeIn),
    land: () => {
      const landing = held;
      held = [];
      for (const comeIn of landing) comeIn();
      return landing.length;
    },
    list: () => armed.map(({ fault, seen, struck }) => ({ ...fault, seen, struck })),
    replace: (faults) => {
      armed = faults.map(arm);
      keepAll();
    },
    add: (fault) => {
      armed.push(arm(fault));
      keepAll();
    },
    strike: (method, path) => {
      const found: Fault[] = [];
      for (const entry of armed) {
        const { fault } = entry;
        if (fault.kind === 'clockSkew') continue;
        if (fault.method !== undefined && fault.method.toUpperCase() !== method) continue;
        if (!entry.matches(path)) continue;
        entry.seen += 1;
        if (!strikes(fault, entry.seen, entry.struck, entry.draw())) continue;
        entry.struck += 1;
        found.push(fault);
      }
      return found;
    },
    skewSeconds: () =>
      armed.reduce((sum, { fault }) => sum + (fault.kind === 'clockSkew' ? (fault.seconds ?? 0) : 0), 0),
  };
};
