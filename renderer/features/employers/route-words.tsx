// Routes and mandates in words: the way with its sign, quarters, spans, what the mandate behind a route says.
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../preload/contract/finding.ts';
import type { Mandate, RouteKind, RouteTrouble } from '../../../preload/contract/routes.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { useFindingSentence } from '../../ui/people-findings.ts';

type RouteChipProps = { kind: RouteKind | 'none'; trouble?: RouteTrouble | null; findings?: Finding[] };

/** Quiet when all is well: a ground only where somebody must do something. */
export function RouteKindChip({ kind, trouble = null, findings = [] }: RouteChipProps) {
  const { t } = useTranslation('routes');
  const blocked = trouble !== null || findings.some(({ severity }) => severity === 'blocking');
  const tone: Tone = blocked ? (kind === 'none' ? 'warn' : 'bad') : findings.length > 0 ? 'warn' : 'plain';
  if (kind === 'none' && !blocked) return <span className="quiet-text">–</span>;
  if (tone !== 'plain') return <Chip tone={tone}>{t(`kind.${kind}`)}</Chip>;
  return <Chip icon={kind === 'elsewhere' ? 'globe' : 'plug'}>{t(`kind.${kind}`)}</Chip>;
}

/** `2025Q1` as a person says it. */
export function useQuarter(): (quarter: string) => string {
  const { t } = useTranslation('routes');
  return (quarter) => t('quarter', { number: quarter.slice(5), year: quarter.slice(0, 4) });
}

/** From which quarter to which. */
export function useSpan(): (mandate: { startQuarter: string; endQuarter: string | null }) => string {
  const { t } = useTranslation('routes');
  const quarter = useQuarter();
  return ({ startQuarter, endQuarter }) =>
    endQuarter === null
      ? t('mandate.from', { start: quarter(startQuarter) })
      : t('mandate.span', { start: quarter(startQuarter), end: quarter(endQuarter) });
}

/** The trouble of a route and the findings on its mandate, one sentence each with what to do. */
export function useRouteSentences(): (
  trouble: RouteTrouble | null,
  findings: Finding[],
) => { key: string; title: string; remedy: string }[] {
  const { t } = useTranslation('routes');
  const sentence = useFindingSentence();
  const formats = useFormats();
  const written = ({ params = {}, ...finding }: Finding): Finding => ({
    ...finding,
    params: {
      ...params,
      ...(typeof params['from'] === 'string' ? { from: formats.day(params['from'], 'long') } : {}),
      ...(typeof params['day'] === 'string' ? { day: formats.day(params['day'], 'long') } : {}),
      ...(typeof params['mandatary'] === 'string'
        ? { mandatary: formats.enterpriseNumber(params['mandatary']) }
        : {}),
    },
  });
  return (trouble, findings) => [
    ...(trouble === null ? [] : [{ key: trouble, title: `${t(`trouble.${trouble}`)}.`, remedy: '' }]),
    ...findings.map((finding) => ({ key: finding.rule, ...sentence(written(finding)) })),
  ];
}

const answerTones = { none: 'plain', confirmed: 'ok', refuted: 'bad' } as const;

/** What is known of a mandate: as recorded, or as the service's last answer said. */
export function MandateAnswer({ mandate }: { mandate: Mandate }) {
  const { t } = useTranslation('routes');
  if (mandate.time !== 'now') return <Chip icon="calendar">{t(`mandate.time.${mandate.time}`)}</Chip>;
  const answer = mandate.lastAnswer ?? 'none';
  return <Chip tone={answerTones[answer]}>{t(`mandate.chip.${answer}`)}</Chip>;
}
