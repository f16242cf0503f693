// `employer add|list`
import { sizeBracketSchema } from '../../preload/contract/employers.ts';
import { fail } from '../../preload/contract/result.ts';
import { languageSchema } from '../../preload/contract/values.ts';
import { checkEmployer } from '../../preload/rules/employers/check-employer.ts';
import { formatEnterpriseNumber } from '../../preload/rules/identifiers/enterprise-number.ts';
import { type Command, type Context, type Outcome, text } from './command.ts';
import { findingLine } from './findings.ts';

export const employerCommands: readonly Command[] = [
  {
    noun: 'employer',
    verb: 'add',
    usage:
      '--name NAME --number NUMBER [--nsso NUMBER] [--size under10|from10to19|from20] [--correspondence nl|fr|de|en]',
    options: {
      name: { type: 'string' },
      number: { type: 'string' },
      nsso: { type: 'string' },
      size: { type: 'string' },
      correspondence: { type: 'string' },
    },
    words: 0,
    run: add,
  },
  {
    noun: 'employer',
    verb: 'list',
    usage: '[--text WORDS]',
    options: { text: { type: 'string' } },
    words: 0,
    run: list,
  },
];

async function add(context: Context): Promise<Outcome> {
  const { values, app, t } = context;
  const name = text(values, 'name') ?? '';
  const enterpriseNumber = text(values, 'number') ?? '';
  const nssoNumber = text(values, 'nsso') ?? null;
  const findings = checkEmployer({ name, enterpriseNumber, nssoNumber });
  if (findings.length > 0) {
    const rules = findings.map(({ rule }) => rule).join(',');
    const lines = findings.map((finding) => findingLine(context, '', finding));
    return { result: fail('refusedByRule', { details: { rules } }), lines };
  }
  const size = sizeBracketSchema.safeParse(text(values, 'size') ?? 'unknown');
  const language = languageSchema.safeParse(text(values, 'correspondence') ?? 'nl');
  if (!size.success) return { result: fail('invalidInput', { details: { fields: '--size' } }) };
  if (!language.success) return { result: fail('invalidInput', { details: { fields: '--correspondence' } }) };
  const fields = { name, enterpriseNumber, nssoNumber, sizeBracket: size.data, language: language.data };
  const result = await app.call('employer.add', fields);
  return { result, lines: result.ok ? [t('employer.added', { name })] : [] };
}

async function list({ values, app, t }: Context): Promise<Outcome> {
  const result = await app.call('employer.list', { text: text(values, 'text') ?? '', pageSize: 500 });
  if (!result.ok) return { result };
  const lines = result.value.rows.map(
    ({ name, enterpriseNumber, route, workers, drafts }) =>
      `${formatEnterpriseNumber(enterpriseNumber)}\t${name}\t${t(`employer.route.${route.kind}`)}\t${t('employer.counts', { workers, drafts })}`,
  );
  return { result, lines };
}
