// The lines of the person register as a file for a spreadsheet.
import { z } from 'zod';
import { act } from './call.ts';
import { registerCalls } from './register.ts';
import { languageSchema } from './values.ts';

/** What the list shows, without its pages. */
const { page: _page, pageSize: _pageSize, ...filter } = registerCalls['register.list'].input.shape;

export const registerSavingCalls = {
  /**
   * Every line that the list has for the same question. Failures: nothingToSend (none), tooLarge (more than 10,000: ask for less),
   * fileNotChosen, those of saving.
   */
  'registerLines.save': act(
    z.strictObject({ ...filter, format: z.enum(['csv', 'xlsx']), language: languageSchema }),
    z.strictObject({ name: z.string().max(255), rows: z.int() }),
  ),
};
