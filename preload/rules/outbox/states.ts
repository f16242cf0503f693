// The one graph of states for trainings and for outbox items. The stores refuse any other step; the README shows it.

export const recordTransitions = {
  draft: {
    ready: 'submitted',
    accepted: 'the change was undone before sending',
    acceptedWithWarnings: 'the change was undone before sending',
    refused: 'the change was undone before sending',
  },
  ready: {
    draft: 'taken back or edited',
    sending: 'the request is frozen and leaves',
    refused: 'the service refuses the employer or the worker before anything is sent',
    unknown: 'an earlier request may have taken effect after all',
  },
  sending: {
    ready: 'the service asked to wait, or nothing left',
    accepted: 'answered',
    acceptedWithWarnings: 'answered, with remarks',
    refused: 'answered',
    withdrawn: 'answered, and no longer in the set',
    unknown: 'the answer was lost',
  },
  unknown: {
    ready: 'the service shows that nothing happened, or a person decided to send afresh',
    draft: 'a person took it back',
    accepted: 'found at the service',
    acceptedWithWarnings: 'answered after sending the same again',
    refused: 'not found at the service after the request took effect',
    withdrawn: 'no longer found at the service',
    sending: 'the same request is sent again',
  },
  accepted: {
    draft: 'edited or removed: the next sending corrects it',
    acceptedWithWarnings: 'answered again, riding along with others of its worker-year',
  },
  acceptedWithWarnings: {
    draft: 'edited or removed: the next sending corrects it',
    accepted: 'answered again, riding along with others of its worker-year',
  },
  refused: { draft: 'edited', ready: 'submitted again' },
  withdrawn: {},
  superseded: {},
} as const;
export type RecordState = keyof typeof recordTransitions;

export const itemTransitions = {
  ready: {
    sending: 'the request is frozen and leaves',
    refused: 'the service refuses the employer or the worker before anything is sent',
    unknown: 'an earlier request may have taken effect after all',
    withdrawn: 'taken back',
  },
  sending: {
    ready: 'the service asked to wait, or nothing left',
    accepted: 'answered',
    acceptedWithWarnings: 'answered, with remarks',
    refused: 'answered, at least one refused',
    unknown: 'the answer was lost',
  },
  unknown: {
    sending: 'the service shows that nothing happened: the same request is sent again',
    ready: 'a person decided to send afresh',
    accepted: 'found at the service',
    acceptedWithWarnings: 'answered after sending the same again',
    refused: 'partly found at the service',
    withdrawn: 'a person took it back',
  },
  accepted: { superseded: 'a later sending of the same worker-year was answered' },
  acceptedWithWarnings: { superseded: 'a later sending of the same worker-year was answered' },
  refused: { superseded: 'a later sending of the same worker-year was answered' },
  superseded: {},
  withdrawn: {},
} as const;
export type ItemState = keyof typeof itemTransitions;

export const recordMayGo = (from: RecordState, to: RecordState): boolean =>
  Object.hasOwn(recordTransitions[from], to);
export const itemMayGo = (from: ItemState, to: ItemState): boolean =>
  Object.hasOwn(itemTransitions[from], to);

/** The states of an item in which nothing more is to come. */
export const openItemStates: readonly ItemState[] = ['ready', 'sending', 'unknown'];

const table = (title: string, graph: Record<string, Record<string, string>>): string[] => [
  `**${title}**`,
  '',
  '| from | to | when |',
  '|---|---|---|',
  ...Object.entries(graph).flatMap(([from, targets]) =>
    Object.entries(targets).map(([to, when]) => `| ${from} | ${to} | ${when} |`),
  ),
  '',
];

const drawing = (graph: Record<string, Record<string, string>>): string[] => [
  '```mermaid',
  'stateDiagram-v2',
  ...Object.entries(graph).flatMap(([from, targets]) =>
    Object.keys(targets).map((to) => `  ${from} --> ${to}`),
  ),
  '```',
  '',
];

/** What stands in the README between its two `states` markers. */
export const renderStates = (): string =>
  [
    ...drawing(itemTransitions),
    ...table('An item of the outbox (a worker-year)', itemTransitions),
    ...table('A training', recordTransitions),
  ]
    .join('\n')
    .trim();
