// The columns of presences in a file, the same from the window and on the command line, in the language of its reader.
import { isKnownRemark } from '../../preload/rules/presences/remark-kinds.ts';
import { formatWorksReference } from '../../preload/rules/presences/works-reference.ts';

/** What of a presence stands in a file, whether it comes from the database or over the contract. */
export type Exported = {
  serviceId: number;
  registeredAt: number | string;
  type: 'IN' | 'OUT';
  insz: string;
  currentInsz: string | null;
  workerName: string | null;
  employerNumber: string;
  employerName: string | null;
  reference: string;
  siteName: string | null;
  channel: string;
  validity: string;
  cancelledAt: number | string | null;
  remarks: readonly { code: string }[];
};
/** A sentence by its namespace and key: `presences`, `columns.type`. */
type Say = (namespace: string, key: string, params?: Record<string, string>) => string;

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Brussels',
  dateStyle: 'short',
  timeStyle: 'medium',
});
export const writtenMoment = (moment: number | string): string => clock.format(new Date(moment));

export const exportHeadings = (say: Say): string[] => [
  ...(['registeredAt', 'type', 'insz', 'worker', 'employer'] as const).map((key) =>
    say('presences', `columns.${key}`),
  ),
  say('presence-search', 'export.enterpriseNumber'),
  say('presences', 'columns.site'),
  say('presence-search', 'export.reference'),
  say('presences', 'columns.validity'),
  say('presences', 'columns.remarks'),
  say('presence-search', 'export.channel'),
  say('presence-search', 'export.cancelledAt'),
  say('presence-search', 'export.number'),
];

/** In the order of the headings. Remarks by their names, as the pages write them. */
export const exportCells = (say: Say, row: Exported): string[] => [
  writtenMoment(row.registeredAt),
  say('presences', `type.${row.type}`),
  row.currentInsz ?? row.insz,
  row.workerName ?? '',
  row.employerName ?? '',
  row.employerNumber,
  row.siteName ?? '',
  formatWorksReference(row.reference),
  say('presences', `validity.${row.validity}`),
  remarkWords(say, row.remarks),
  channelWords(say, row.channel),
  row.cancelledAt === null ? '' : writtenMoment(row.cancelledAt),
  String(row.serviceId),
];

/** Those of the practice contract [assumed]; another stands as the service wrote it. */
const knownChannels = ['webService', 'onlineService', 'qrCode'] as const;

export function channelWords(say: Say, channel: string): string {
  const known = knownChannels.find((one) => one === channel);
  return known === undefined ? channel : say('presences', `channel.${known}`);
}

export const remarkWords = (say: Say, remarks: readonly { code: string }[]): string =>
  remarks
    .map(({ code }) =>
      isKnownRemark(code)
        ? say('presence-remarks', `kinds.${code}.title`)
        : say('presence-remarks', 'unknown', { code }),
    )
    .join(', ');
