// One row of a list: its three cells to put right, what was found in it, and the way to leave it out.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatchRow } from '../../../../preload/contract/applicant-batches.ts';
import type { Finding } from '../../../../preload/contract/finding.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { languageNames } from '../../../i18n/languages.ts';
import { Button } from '../../../ui/button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { useFieldId } from '../../../ui/field.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { linkLanguages } from '../ask/ask-typed.ts';

type CheckRowProps = {
  row: BatchRow;
  onChange: (fields: Partial<BatchRow>) => void;
  onLeaveOut: () => void;
};

export function CheckRow({ row, onChange, onLeaveOut }: CheckRowProps) {
  const { t } = useTranslation('applicant-batch');
  const formats = useFormats();
  const { line, label, insz, language, findings } = row;
  const why = `${useFieldId('row')}-${line}-why`;
  const wrong = (field: string): boolean =>
    findings.some((one) => one.field === field && one.severity === 'blocking');
  const named = (column: 'label' | 'insz' | 'language'): string =>
    t('check.cell', { column: t(`columns.${column}`), line });
  const languageId = useFieldId(`language-${line}`);
  return (
    <tr>
      <th scope="row">{line}</th>
      <td>
        <Cell
          name={`label-${line}`}
          label={named('label')}
          value={label}
          most={80}
          wrong={wrong('label')}
          why={why}
          onLeave={(text) => onChange({ label: text.trim() })}
        />
      </td>
      <td>
        <Cell
          name={`insz-${line}`}
          label={named('insz')}
          value={insz === null ? '' : formats.insz(insz)}
          most={40}
          number
          wrong={wrong('insz')}
          why={why}
          onLeave={(text) => onChange({ insz: text.trim() === '' ? null : text.trim() })}
        />
      </td>
      <td>
        <select
          id={languageId}
          className="input select"
          aria-label={named('language')}
          value={language}
          onChange={({ target }) =>
            onChange({ language: linkLanguages.find((one) => one === target.value) ?? language })
          }
        >
          {linkLanguages.map((one) => (
            <option key={one} value={one}>
              {languageNames[one]}
            </option>
          ))}
        </select>
      </td>
      <td id={why}>
        {findings.map((finding) => (
          <FoundLine key={finding.rule} finding={finding} />
        ))}
      </td>
      <td>
        <Button small plain icon="cross" label={t('check.leaveOutRow', { line })} onPress={onLeaveOut} />
      </td>
    </tr>
  );
}

function FoundLine({ finding: { rule, severity, params } }: { finding: Finding }) {
  const { t } = useTranslation('applicant-batch');
  const formats = useFormats();
  const until = params?.['until'];
  const facts = { ...params, ...(typeof until === 'string' ? { until: formats.day(until) } : {}) };
  return (
    <p className={classNames('batch-found', severity === 'blocking' && 'bad')}>
      <Icon name={severity === 'blocking' ? 'refused' : severity === 'warning' ? 'warn' : 'info'} />
      <span>{t(`rules.${rule}` as 'rules.APB-INSZ', facts)}</span>
    </p>
  );
}

type CellProps = {
  name: string;
  label: string;
  value: string;
  most: number;
  number?: boolean;
  wrong: boolean;
  why: string;
  onLeave: (text: string) => void;
};

/** Judged when it is left, never while somebody types; what was typed stays. */
function Cell({ name, label, value, most, number = false, wrong, why, onLeave }: CellProps) {
  const id = useFieldId(name);
  const [typing, setTyping] = useState<string | null>(null);
  return (
    <input
      id={id}
      className={classNames('input', number && 'number')}
      aria-label={label}
      aria-invalid={wrong || undefined}
      aria-describedby={wrong ? why : undefined}
      autoComplete="off"
      spellCheck={false}
      maxLength={most}
      value={typing ?? value}
      onChange={({ target }) => setTyping(target.value)}
      onBlur={() => {
        if (typing !== null && typing.trim() !== value) onLeave(typing);
        setTyping(null);
      }}
    />
  );
}
