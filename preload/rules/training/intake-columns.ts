// The columns of an intake sheet, in their order, and the closed lists of some. Their headings and words, in the employer's
// language, stand in `intake.json`; each is one that the ordinary import knows by itself, and a row in which nothing was
// filled in is one that it skips.

export const intakeColumns = [
  'insz',
  'workerName',
  'title',
  'startDate',
  'endDate',
  'duration',
  'status',
  'type',
  'countsForTrainingRight',
  'leaveScheme',
  'deducted',
  'certificateObtained',
  'certificateName',
  'certificateValidUntil',
  'providerKind',
  'providerName',
  'providerEnterpriseNumber',
  'language',
  'cost',
  'financedBy',
  'sectorTrainingCode',
  'description',
  'externalReference',
] as const;
export type IntakeColumn = (typeof intakeColumns)[number];

const yesNo = ['yes', 'no'] as const;
export const intakeLists = {
  status: ['completed', 'reserved', 'notAttended', 'unsuitable'],
  type: ['formal', 'informal'],
  countsForTrainingRight: yesNo,
  leaveScheme: ['none', 'vov', 'bev'],
  certificateObtained: yesNo,
  providerKind: ['internal', 'external'],
  language: ['nl', 'fr', 'de', 'en'],
  financedBy: ['employer', 'sectorFund', 'region', 'employee'],
} as const;
export type IntakeListed = keyof typeof intakeLists;

export const isIntakeListed = (column: IntakeColumn): column is IntakeListed =>
  Object.hasOwn(intakeLists, column);

/** Where the word of a closed list stands in `intake.json`: `words.yesNo.yes`, `words.status.completed`. */
export const intakeWordKey = (column: IntakeListed, word: string): string =>
  `words.${(intakeLists[column] as readonly string[]) === yesNo ? 'yesNo' : column}.${word}`;

/** `IS-0f3a9c2b71de-12`: says nothing of whom the row is about. `sheet` twelve hexadecimal signs, another for each sheet. */
export const intakeReference = (sheet: string, row: number): string => `IS-${sheet}-${row}`;
