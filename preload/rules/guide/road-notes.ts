// What a person should know before setting out, apart from the steps: what is not needed, what is closed, what is limited.
import type { Service } from '../../contract/services.ts';
import type { GuideAnswers } from './answers.ts';
import type { Channel, RoadFacts, Way } from './road.ts';

/** Each has a sentence under `notes` in `guide.json`. */
export const noteIds = [
  'flaClosed',
  'flaReadOnly',
  'flaAnnounced',
  'noAccountNeeded',
  'ownAccountStays',
  'presencesHere',
  'webApplication',
  'freeOnlineToo',
  'citizenOnline',
  'participantsOnlyFla',
  'providerNoMandate',
  'oneMandataryForFla',
  'mandateAtQuarter',
  'mandateAssumed',
  'certificatePerEnterprise',
  'underDimonaNumber',
  'oneAccountForAll',
  'accountPerQuality',
  'workersRegisterThemselves',
  'recruiters',
  'dimonaReference',
  'batch',
] as const;
export type NoteId = (typeof noteIds)[number];

type OnTheWay = { way: Way | null; reached: readonly Service[]; channel: Channel };

/** The weightiest first. */
export function notesOf(answers: GuideAnswers, { fla }: RoadFacts, on: OnTheWay): NoteId[] {
  const wanted = (service: Service): boolean => answers.services.includes(service);
  const reached = (service: Service): boolean => on.reached.includes(service);
  const mandate = on.way === 'byMandatary' || on.way === 'asMandatary';
  const own = on.way === 'own' || on.way === 'asMandatary' || on.way === 'asProvider';
  const told: Record<NoteId, boolean> = {
    flaClosed: wanted('fla') && fla === 'closed',
    flaReadOnly: wanted('fla') && fla === 'readOnly',
    flaAnnounced: wanted('fla') && fla === 'announced',
    noAccountNeeded: on.way === 'byMandatary',
    ownAccountStays: on.way === 'byMandatary',
    presencesHere: reached('checkInAndOutAtWork'),
    webApplication: on.channel === 'webApplication',
    freeOnlineToo: on.way === 'own' && on.channel !== 'webApplication',
    citizenOnline: on.channel === 'webApplication' && reached('citizenData'),
    participantsOnlyFla: answers.audience === 'participants' && answers.services.some((one) => one !== 'fla'),
    providerNoMandate: on.way === 'asProvider',
    oneMandataryForFla: mandate && reached('fla'),
    mandateAtQuarter: mandate,
    mandateAssumed: mandate && reached('checkInAndOutAtWork'),
    certificatePerEnterprise: answers.audience === 'group' && on.way === 'own',
    underDimonaNumber: answers.audience === 'group' && reached('fla'),
    oneAccountForAll: own && on.reached.length > 1,
    accountPerQuality: on.way === 'asMandatary' || on.way === 'asProvider',
    workersRegisterThemselves: reached('checkInAndOutAtWork') && answers.presences !== 'consult',
    recruiters: reached('citizenData'),
    dimonaReference: reached('dimona'),
    batch: own,
  };
  return noteIds.filter((id) => told[id]);
}
