// The sketches themselves, in units of a sheet 480 wide. Schematic on purpose: what to look for, not what it looks like.
import type { Quality, Right } from '../../../contract/services.ts';
import type { DrawingId } from '../step-catalog.ts';
import { act, box, button, type Drawing, field, type Shape, words } from './drawing.ts';

export type DrawnFor = { quality: Quality; rights: readonly Right[] };

const width = 480;
const certificateLabels = ['certificateName', 'fileName', 'owner', 'supplier', 'expiry'] as const;
const sheet = (height: number, shapes: Shape[]): Drawing => ({
  width,
  height,
  shapes: [box('sheet', 1, 1, width - 2, height - 2), ...shapes],
});

const pictures: Readonly<Record<DrawingId, (drawn: DrawnFor) => Drawing>> = {
  audience: () =>
    sheet(200, [
      words(20, 28, { own: 'audience.question' }, 'strong'),
      box('field', 20, 42, 200, 28),
      ...button(20, 76, 200, { label: 'enterprise' }, 'hot'),
      box('field', 20, 110, 200, 28),
      { kind: 'arrow', fromX: 330, fromY: 90, toX: 228, toY: 90 },
      act(346, 90, 1),
      box('field', 20, 156, 200, 28),
      words(30, 174, { plain: 'eID, itsme, …' }),
      act(240, 170, 2),
    ]),
  quality: ({ quality }) => {
    const shown = (['employerNsso', 'serviceProvider', 'trainingProvider'] as const).filter(
      (one) => one !== quality,
    );
    return sheet(158, [
      words(20, 28, { enterprise: true }, 'strong'),
      ...button(40, 42, 240, { label: quality }, 'hot'),
      ...shown.slice(0, 2).flatMap((one, at) => button(40, 76 + at * 34, 240, { label: one })),
      { kind: 'arrow', fromX: 390, fromY: 56, toX: 288, toY: 56 },
      act(406, 56, 3),
    ]);
  },
  activation: ({ quality }) =>
    sheet(232, [
      words(20, 28, { label: 'activateQuality' }, 'strong'),
      box('field', 20, 40, 260, 26),
      words(30, 57, { label: quality }),
      act(300, 53, 2),
      ...field(20, 90, 260, { label: 'qualityMail' }),
      act(300, 108, 3),
      { kind: 'dot', x: 28, y: 144, on: true },
      words(42, 148, { label: 'manageSelf' }),
      { kind: 'dot', x: 28, y: 168, on: false },
      words(42, 172, { label: 'appointManager' }),
      ...button(20, 188, 110, { label: 'next' }, 'hot'),
      act(148, 202, 4),
    ]),
  contact: () =>
    sheet(170, [
      words(20, 28, { label: 'contactData' }, 'strong'),
      ...field(20, 54, 260, { own: 'contact.name' }),
      ...field(20, 104, 260, { own: 'contact.mail' }),
      act(300, 97, 1),
      ...button(330, 110, 120, { own: 'contact.save' }, 'hot'),
      act(316, 124, 2),
    ]),
  newAccount: ({ rights }) => {
    const all: Right[] = [
      'careerProFlaDeclaration',
      'checkInAndOutAtWork',
      'citizenMandatesManage',
      'citizenDataConsult',
      'dimonaDeclare',
    ];
    const listHeight = all.length * 22;
    const after = 142 + listHeight;
    return sheet(after + 104, [
      words(20, 28, { label: 'addAccount' }, 'strong'),
      act(20, 54, 1),
      words(36, 58, { label: 'type' }, 'quiet'),
      box('field', 80, 41, 100, 26),
      words(90, 58, { plain: 'REST' }, 'strong'),
      act(210, 54, 2),
      words(226, 58, { label: 'accountName' }, 'quiet'),
      box('field', 318, 41, 142, 26),
      act(20, 94, 3),
      words(36, 98, { label: 'rights' }, 'strong'),
      ...all.flatMap((right, at): Shape[] => [
        { kind: 'tick', x: 36, y: 118 + at * 22, on: rights.includes(right) },
        words(52, 122 + at * 22, { right }, rights.includes(right) ? 'strong' : 'quiet'),
      ]),
      act(20, after - 6, 4),
      words(36, after - 2, { label: 'certificate' }, 'strong'),
      box('field', 36, after + 8, 190, 26),
      words(46, after + 25, { plain: '.cer' }),
      words(246, after + 2, { label: 'certificateName' }, 'quiet'),
      box('field', 246, after + 8, 214, 26),
      ...button(36, after + 54, 120, { label: 'confirm' }, 'hot'),
      act(20, after + 68, 5),
    ]);
  },
  accountPage: ({ rights }) => {
    const shown = rights.length === 0 ? 2 : rights.length;
    const after = 116 + shown * 20;
    return sheet(after + 140, [
      words(20, 28, { label: 'accountName' }, 'quiet'),
      box('field', 20, 36, 200, 24),
      words(240, 28, { label: 'clientId' }, 'quiet'),
      words(240, 53, { plain: 'self_service_…' }),
      words(20, 92, { label: 'rights' }, 'strong'),
      ...button(432, 74, 30, { plain: '✎' }),
      ...(rights.length === 0
        ? [box('field', 20, 104, 280, 12), box('field', 20, 122, 240, 12)]
        : rights.map((right, at) => words(20, 114 + at * 20, { right }))),
      words(20, after + 14, { label: 'certificates' }, 'strong'),
      ...button(236, after - 4, 226, { label: 'addCertificate' }, 'hot'),
      box('field', 20, after + 32, 442, 96),
      ...certificateLabels.map((label, at) => words(34, after + 50 + at * 18, { label }, 'quiet')),
      words(190, after + 68, { plain: '.cer' }),
      words(190, after + 86, { enterprise: true }),
    ]);
  },
  mandate: () =>
    sheet(150, [
      box('field', 20, 40, 150, 60),
      words(34, 64, { own: 'mandate.employer' }, 'strong'),
      box('field', 310, 40, 150, 60),
      words(324, 64, { own: 'mandate.mandatary' }, 'strong'),
      { kind: 'arrow', fromX: 176, fromY: 70, toX: 304, toY: 70 },
      { kind: 'words', x: 240, y: 60, written: { own: 'mandate.service' }, look: 'plain', middle: true },
      { kind: 'words', x: 240, y: 90, written: { own: 'mandate.quarter' }, look: 'quiet', middle: true },
      { kind: 'words', x: 240, y: 128, written: { label: 'mahis' }, look: 'quiet', middle: true },
    ]),
  grants: () =>
    sheet(212, [
      box('field', 20, 16, 300, 34),
      words(34, 38, { own: 'grants.main' }, 'strong'),
      { kind: 'arrow', fromX: 60, fromY: 52, toX: 60, toY: 86 },
      words(74, 74, { own: 'grants.activates' }, 'quiet'),
      box('field', 20, 88, 300, 34),
      words(34, 110, { own: 'grants.local' }, 'strong'),
      { kind: 'arrow', fromX: 60, fromY: 124, toX: 60, toY: 158 },
      words(74, 146, { own: 'grants.grants' }, 'quiet'),
      box('hot', 20, 160, 300, 34),
      words(34, 182, { own: 'grants.user' }, 'hot'),
    ]),
};

/** The rights that are ticked and the quality that is pointed at are those of the guide. */
export const draw = (id: DrawingId, drawn: DrawnFor): Drawing => pictures[id](drawn);
