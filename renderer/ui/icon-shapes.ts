// The one set of line icons (16 × 16, stroke 1.5): drawn once as symbols, used by name through `Icon`.
export type IconShape = {
  paths: string[];
  circles?: [x: number, y: number, radius: number][];
  dashed?: boolean;
};

export const iconShapes = {
  again: { paths: ['M13.5 3v3.5H10M13.2 6.5A5.5 5.5 0 1 0 13.5 9'] },
  back: { paths: ['M10 3.5 5.5 8 10 12.5'] },
  book: {
    paths: ['M8 4c-1.5-1-3.5-1.3-6-1v9.5c2.5-.3 4.5 0 6 1 1.5-1 3.5-1.3 6-1V3c-2.5-.3-4.5 0-6 1zM8 4v9.5'],
  },
  building: { paths: ['M3 13.5v-11h6.5v11M9.5 6.5H13v7M1.5 13.5h13M5 5.5h2.3M5 8h2.3M5 10.5h2.3'] },
  calendar: { paths: ['M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.5v3M10.5 2.5v3'] },
  check: { paths: ['m3 8.5 3.3 3.3L13 4.8'] },
  'check-ring': { paths: ['m5.3 8.2 2 2 3.5-4'], circles: [[8, 8, 6]] },
  clock: { paths: ['M8 4.5V8l2.5 1.5'], circles: [[8, 8, 6]] },
  columns: { paths: ['M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10'] },
  copy: { paths: ['M5.5 5.5h8v8h-8zM3.5 10.5h-1v-8h8v1'] },
  cross: { paths: ['m4 4 8 8M12 4l-8 8'] },
  database: {
    paths: [
      'M3 4c0-1.1 2.2-2 5-2s5 .9 5 2v8c0 1.1-2.2 2-5 2s-5-.9-5-2zM3 4c0 1.1 2.2 2 5 2s5-.9 5-2M3 8c0 1.1 2.2 2 5 2s5-.9 5-2',
    ],
  },
  down: { paths: ['m4 6 4 4 4-4'] },
  download: { paths: ['M8 2.5v8M4.8 7.3 8 10.5l3.2-3.2M2.5 13.5h11'] },
  draft: { paths: ['M10.5 2.5 13.5 5.5 6 13H3v-3zM9 4l3 3'] },
  file: { paths: ['M4 1.5h5L12.5 5v9.5H4zM9 1.5V5h3.5'] },
  flag: { paths: ['M3.5 14V2.5M3.5 3h8.5l-2 2.7 2 2.8H3.5'] },
  gear: {
    paths: ['M2 4.5h6M12 4.5h2M2 8h2M8 8h6M2 11.5h7M13 11.5h1'],
    circles: [
      [10, 4.5, 1.7],
      [6, 8, 1.7],
      [11, 11.5, 1.7],
    ],
  },
  globe: {
    paths: ['M2 8h12M8 2c-2 2-2.8 4-2.8 6s.8 4 2.8 6c2-2 2.8-4 2.8-6S10 4 8 2z'],
    circles: [[8, 8, 6]],
  },
  help: {
    paths: ['M6.3 6.5C6.4 5.5 7.1 5 8 5s1.7.6 1.7 1.5c0 1.1-1.7 1.2-1.7 2.5M8 11v.1'],
    circles: [[8, 8, 6]],
  },
  hide: { paths: ['M2 2l12 12M6.5 4.2C11 3 14 8 14 8s-.7 1.2-2 2.3M9.7 11.7C5 13 2 8 2 8s1-1.8 2.7-3'] },
  history: { paths: ['M2.5 3v3h3M2.7 6A6 6 0 1 1 2 8.5M8 5v3.3l2.2 1.3'] },
  hourglass: {
    paths: ['M4 2.5h8M4 13.5h8M5 2.5c0 3 6 3.5 6 5.5s-6 2.5-6 5.5M11 2.5c0 3-6 3.5-6 5.5s6 2.5 6 5.5'],
  },
  info: { paths: ['M8 7.3v3.7M8 5v.1'], circles: [[8, 8, 6]] },
  key: { paths: ['m7.6 8.4 5.9-5.9M11 5l2 2M9 7l1.5 1.5'], circles: [[5.5, 10.5, 3]] },
  link: {
    paths: [
      'M6.5 9.5l3-3M7 4.5 8.7 2.8a3.1 3.1 0 0 1 4.4 4.4L11.5 9M9 11.5l-1.7 1.7a3.1 3.1 0 0 1-4.4-4.4L4.5 7',
    ],
  },
  lock: { paths: ['M3.5 7h9v6.5h-9zM5.5 7V5a2.5 2.5 0 0 1 5 0v2M8 9.5v1.8'] },
  more: { paths: ['M3.5 8v.1M8 8v.1M12.5 8v.1'] },
  moving: { paths: ['M8 2a6 6 0 1 1-6 6M2 8l-.5 0M3.2 4.5l.1-.1M5.3 2.7h.1'] },
  next: { paths: ['m6 3.5 4.5 4.5L6 12.5'] },
  offline: {
    paths: [
      'M2 2l12 12M4.2 9a5.8 5.8 0 0 1 2.6-1.5M10 7.9c.7.3 1.3.6 1.8 1.1M6.4 11.3a2.5 2.5 0 0 1 3.2 0M8 13.3v.1M2 6.5c.7-.7 1.5-1.2 2.3-1.6M8 4.2c2.2 0 4.4.8 6 2.3',
    ],
  },
  online: {
    paths: ['M2 6.5a9 9 0 0 1 12 0M4.2 9a5.8 5.8 0 0 1 7.6 0M6.4 11.3a2.5 2.5 0 0 1 3.2 0M8 13.3v.1'],
  },
  paste: { paths: ['M10.5 3.5h2v10h-9v-10h2M5.5 2.5h5v2.5h-5zM6 8.5h4M6 11h2.5'] },
  pause: { paths: ['M5.5 3.5v9M10.5 3.5v9'] },
  people: {
    paths: [
      'M1.5 13.5c.3-2.6 2-4 4.5-4s4.2 1.4 4.5 4M10.5 3.2a2.5 2.5 0 0 1 0 4.6M12 9.9c1.5.6 2.3 1.8 2.5 3.6',
    ],
    circles: [[6, 5.5, 2.5]],
  },
  person: { paths: ['M2.8 13.8c.4-2.9 2.4-4.4 5.2-4.4s4.8 1.5 5.2 4.4'], circles: [[8, 5.2, 2.7]] },
  pin: { paths: ['M8 14s4.5-4.3 4.5-7.5a4.5 4.5 0 0 0-9 0C3.5 9.7 8 14 8 14z'], circles: [[8, 6.5, 1.5]] },
  planned: { paths: ['M8 5v3l2 1.2'], circles: [[8, 8, 6]], dashed: true },
  play: { paths: ['M5 3v10l8-5z'] },
  plug: { paths: ['M5.5 2v3.5M10.5 2v3.5M3.5 5.5h9v2a4.5 4.5 0 0 1-9 0zM8 12v2.5'] },
  plus: { paths: ['M8 3v10M3 8h10'] },
  print: { paths: ['M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z'] },
  qr: {
    paths: [
      'M2.5 2.5h4v4h-4zM9.5 2.5h4v4h-4zM2.5 9.5h4v4h-4zM9.5 9.5h1.5v1.5H9.5zM13.5 9.5v2M11.5 13.5h2M9.5 13.5v-.5',
    ],
  },
  redo: { paths: ['m10.5 3 3 3-3 3M13.5 6h-7a4 4 0 0 0 0 8H10'] },
  refused: { paths: ['M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5zM6 6l4 4M10 6l-4 4'] },
  register: { paths: ['M3 2.5h10v11H3zM5.5 2.5v11M7.5 5.5h3.5M7.5 8h3.5M7.5 10.5h2'] },
  screen: { paths: ['M2 3h12v8H2zM5.5 13.5h5'] },
  search: { paths: ['m10.5 10.5 3.5 3.5'], circles: [[7, 7, 4.5]] },
  send: { paths: ['M14 2 2 7l4.8 2.2L9 14zM6.8 9.2 14 2'] },
  shield: { paths: ['M8 1.8 13 3.5v4c0 3.2-2 5.4-5 6.7-3-1.3-5-3.5-5-6.7v-4zM5.7 8l1.7 1.7 3-3.4'] },
  sun: {
    paths: [
      'M8 1.5v1.2M8 13.3v1.2M1.5 8h1.2M13.3 8h1.2M3.4 3.4l.9.9M11.7 11.7l.9.9M3.4 12.6l.9-.9M11.7 4.3l.9-.9',
    ],
    circles: [[8, 8, 3]],
  },
  today: { paths: ['M2.5 4.5h11v9h-11zM2.5 7h11M5.5 2.5v3M10.5 2.5v3', 'm6 10.3 1.5 1.4 2.7-2.9'] },
  trash: { paths: ['M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.6 9h6.8l.6-9M6.7 7v4M9.3 7v4'] },
  tray: { paths: ['M2 9.5h3.5l1 2h3l1-2H14M2 9.5v4h12v-4M8 8.5v-6M5.5 4.8 8 2.3l2.5 2.5'] },
  undo: { paths: ['M5.5 3 2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 8H6'] },
  unknown: {
    paths: [
      'M8 1.5 14.5 8 8 14.5 1.5 8zM6.5 6.7C6.6 5.8 7.2 5.3 8 5.3s1.5.5 1.5 1.3c0 1-1.5 1.1-1.5 2.2M8 10.7v.1',
    ],
  },
  up: { paths: ['m4 10 4-4 4 4'] },
  upload: { paths: ['M8 10.5v-8M4.8 5.7 8 2.5l3.2 3.2M2.5 13.5h11'] },
  warn: { paths: ['M8 2.3 14.3 13.3H1.7zM8 6.5v3.2M8 11.4v.1'] },
} satisfies Record<string, IconShape>;

export type IconName = keyof typeof iconShapes;
