// The cells of a presence in a file and on paper: in the words of the reader, never in those of the contract.
import { describe, expect, it } from 'vitest';
import { createTexts, type TextLanguage } from '../../../main/platform/texts.ts';
import { evidencePage } from '../../../main/presences/evidence-html.ts';
import {
  channelWords,
  type Exported,
  exportCells,
  exportHeadings,
} from '../../../main/presences/export-cells.ts';
import type { PresenceRow } from '../../../main/presences/presence-store.ts';

const texts = createTexts();
const sayIn =
  (language: TextLanguage) =>
  (namespace: string, key: string): string =>
    texts.t(language, `${namespace}.${key}`);
const row: Exported = {
  ...{ serviceId: 7, registeredAt: '2026-06-10T06:00:00Z', type: 'IN', validity: 'valid', channel: 'qrCode' },
  ...{ insz: '01020399744', currentInsz: null, workerName: 'Daan', cancelledAt: null, remarks: [] },
  ...{ employerNumber: '0999999130', employerName: 'De Berk', reference: '1Y100PARK0001', siteName: 'Park' },
};

describe('the channel of a registration', () => {
  it.each([
    ['nl', ['webservice', 'onlinedienst', 'QR-code']],
    ['fr', ['service web', 'service en ligne', 'code QR']],
    ['de', ['Webdienst', 'Online-Dienst', 'QR-Code']],
    ['en', ['web service', 'online service', 'QR code']],
  ] as [TextLanguage, string[]][])('is told in %s, in files and on paper', (language, words) => {
    const channels = ['webService', 'onlineService', 'qrCode'];
    const say = sayIn(language);
    const at = exportHeadings(say).indexOf(say('presence-search', 'export.channel'));
    expect(channels.map((channel) => exportCells(say, { ...row, channel })[at])).toEqual(words);
    for (const [index, channel] of channels.entries()) {
      const presence = {
        ...{ service_id: 7, insz: row.insz, current_insz: null, worker_name: 'Daan', site_name: 'Park' },
        ...{ employer_name: 'De Berk', employer_number: row.employerNumber, reference: row.reference },
        ...{ type: 'IN', registered_at: 0, created_at: 0, channel, validity: 'valid' },
      } as PresenceRow;
      const paper = evidencePage(texts, language, { presence, codes: [], sameDay: [], madeOn: '2026-06-10' });
      expect(paper).toContain(`<td>${words[index]}</td>`);
      expect(paper).not.toMatch(/webService|onlineService|qrCode/);
    }
  });

  it('that is not known stands as the service wrote it', () => {
    expect(channelWords(sayIn('nl'), 'kiosk')).toBe('kiosk');
  });
});
