// How a message ended, as one chip: the layer that answered and its code.
import { useTranslation } from 'react-i18next';
import type { CbssExchangeRow } from '../../../../preload/contract/cbss-workbench.ts';
import { Chip } from '../../../ui/chip.tsx';
import { useMeaningWords } from '../code-words.ts';

export function RowAnswer({ row: { layer, code } }: { row: CbssExchangeRow }) {
  const { t } = useTranslation('cbss');
  const words = useMeaningWords();
  if (layer === null || code === null)
    return (
      <Chip tone="warn" icon="unknown">
        {t('exchanges.noAnswer')}
      </Chip>
    );
  const { layerName, shownCode, severity } = words.ofCode(layer, code);
  return (
    <Chip tone={severity}>
      {layerName} {layer !== 'transport' && <span className="number">{shownCode}</span>}
    </Chip>
  );
}
