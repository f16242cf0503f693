// The views of the room as a clerk thinks of them: look up, enter, what others filed, the right, terms, bring home.

/** `counted` names the figure of the room that stands beside the words. */
export const roomParts = [
  {
    title: 'training:parts.register',
    counted: 'all',
    views: [
      { to: '/training', title: 'training:tabs.all', counted: 'all' },
      { to: '/training/to-fix', title: 'training:tabs.toFix', counted: 'toFix' },
      { to: '/training/drafts', title: 'training:tabs.drafts', counted: 'drafts' },
    ],
  },
  {
    title: 'training:parts.enter',
    counted: null,
    views: [
      { to: '/training/new', title: 'training:tabs.one', counted: null },
      { to: '/training/paste', title: 'training:tabs.paste', counted: null },
      { to: '/training/import', title: 'training:tabs.import', counted: null },
      { to: '/training/sheets', title: 'training:tabs.sheets', counted: null },
    ],
  },
  {
    title: 'training:parts.providers',
    counted: null,
    views: [
      { to: '/training/from-providers', title: 'training-provider:tabs.filings', counted: null },
      { to: '/training/sessions', title: 'training-provider:tabs.sessions', counted: null },
    ],
  },
  {
    title: 'training:parts.right',
    counted: null,
    views: [
      { to: '/training/balance', title: 'training:tabs.balance', counted: null },
      { to: '/training/completeness', title: 'training-account:completeness.tab', counted: null },
      { to: '/training/certificates', title: 'training-account:ends.tab', counted: null },
    ],
  },
  {
    title: 'training:parts.deadlines',
    counted: null,
    views: [
      { to: '/training/deadlines', title: 'training:tabs.deadlines', counted: null },
      { to: '/training/report', title: 'training:tabs.report', counted: null },
      { to: '/outbox/receipts', title: 'training:tabs.receipts', counted: null },
    ],
  },
  {
    title: 'rescue:tab',
    counted: null,
    views: [{ to: '/training/rescue', title: 'rescue:tab', counted: null }],
  },
] as const;

type View = (typeof roomParts)[number]['views'][number];
/** A place of the room that has a tab. */
export type RoomPlace = View['to'];
