// How a person set up a page, kept between two runs: columns of a table with their widths, choices of a form.
import { z } from 'zod';
import { act, nothing, read } from './call.ts';

/** `grid-register`, `accounts`: a name of the page's own. */
const viewName = z.string().regex(/^[a-z][a-z-]{1,40}$/);
/** JSON of the page's own: it reads back only what it understands. */
const viewText = z.string().max(4_000);

export const viewCalls = {
  'view.kept': read(z.strictObject({ name: viewName }), z.strictObject({ kept: viewText.nullable() })),
  'view.keep': act(z.strictObject({ name: viewName, kept: viewText }), nothing),
};
