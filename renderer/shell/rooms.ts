// The rooms of the app in the order of the menu, with the place, the icon and the count that each shows.
import type { AppState } from '../../preload/contract/app.ts';
import type { IconName } from '../ui/icon.tsx';

export type Room = {
  id:
    | 'today'
    | 'employers'
    | 'workers'
    | 'training'
    | 'presences'
    | 'applicants'
    | 'register'
    | 'connection'
    | 'outbox'
    | 'history'
    | 'settings';
  path: string;
  icon: IconName;
  /** Pressed after `g`. */
  key: string;
  /** Shown beside the name; `words` names the sentence that says what is counted. */
  count?: (counts: AppState['counts']) => number;
  words?: 'today' | 'training' | 'connection' | 'outbox';
};

/** Rooms of the work itself, then those around it. */
export const rooms: Room[][] = [
  [
    { id: 'today', path: '/', icon: 'today', key: 't', count: (counts) => counts.today, words: 'today' },
    { id: 'employers', path: '/employers', icon: 'building', key: 'e' },
    { id: 'workers', path: '/workers', icon: 'people', key: 'w' },
    {
      id: 'training',
      path: '/training',
      icon: 'book',
      key: 'o',
      count: (counts) => counts.trainingToFix,
      words: 'training',
    },
    { id: 'presences', path: '/presences', icon: 'clock', key: 'p' },
    {
      ...{ id: 'applicants', path: '/applicants', icon: 'qr', key: 'a' },
      count: (counts) => counts.applicants ?? 0,
    },
    { id: 'register', path: '/register', icon: 'register', key: 'r' },
  ],
  [
    {
      id: 'connection',
      path: '/connection',
      icon: 'link',
      key: 'c',
      count: (counts) => counts.connection,
      words: 'connection',
    },
    {
      id: 'outbox',
      path: '/outbox',
      icon: 'tray',
      key: 'b',
      count: (counts) => counts.outbox,
      words: 'outbox',
    },
    { id: 'history', path: '/history', icon: 'history', key: 'h' },
    { id: 'settings', path: '/settings', icon: 'gear', key: 's' },
  ],
];

export const allRooms: Room[] = rooms.flat();

/** Pages inside the rooms that a person may look for by name. */
export const innerPages = [
  { id: 'guide', path: '/connection/guide', icon: 'flag' },
  { id: 'life', path: '/connection/life', icon: 'shield' },
  { id: 'doctor', path: '/connection/doctor', icon: 'plug' },
  { id: 'exchanges', path: '/connection/exchanges', icon: 'link' },
  { id: 'generate', path: '/connection/generate', icon: 'shield' },
  { id: 'request', path: '/connection/request', icon: 'shield' },
  { id: 'routes', path: '/employers/routes', icon: 'building' },
  { id: 'import', path: '/employers/import', icon: 'building' },
  { id: 'trainingImport', path: '/training/import', icon: 'upload' },
  { id: 'trainingLists', path: '/training/many-lists', icon: 'upload' },
  { id: 'sheets', path: '/training/sheets', icon: 'download' },
  { id: 'report', path: '/training/report', icon: 'book' },
  { id: 'registrationPoint', path: '/presences/point', icon: 'clock' },
  { id: 'applicantNew', path: '/applicants/new', icon: 'qr' },
  { id: 'registerInsert', path: '/register/insert', icon: 'register' },
  { id: 'registerReview', path: '/register/review', icon: 'register' },
  { id: 'registerSettings', path: '/settings/register', icon: 'gear' },
  { id: 'cbss', path: '/cbss', icon: 'shield' },
  { id: 'cbssSearch', path: '/cbss/search', icon: 'search' },
  { id: 'cbssWorkbench', path: '/cbss/workbench', icon: 'shield' },
  { id: 'goingLive', path: '/settings/going-live', icon: 'gear' },
  { id: 'environment', path: '/settings/environment', icon: 'gear' },
  { id: 'fromProviders', path: '/training/from-providers', icon: 'book' },
  { id: 'sessions', path: '/training/sessions', icon: 'book' },
  { id: 'receipts', path: '/outbox/receipts', icon: 'tray' },
  { id: 'approval', path: '/outbox/approval', icon: 'tray' },
] as const satisfies readonly { id: string; path: string; icon: IconName }[];

/** In which room a place lies. */
export const roomOf = (place: string): Room | undefined => {
  // The connection to the Crossroads Bank is a part of the register with an address of its own.
  const at = place.replace(/^\/cbss(?=\/|$)/, '/register');
  return (
    allRooms.find((room) => room.path !== '/' && (at === room.path || at.startsWith(`${room.path}/`))) ??
    (at === '/' || at === '/today' ? allRooms[0] : undefined)
  );
};
