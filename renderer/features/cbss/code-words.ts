// What an answer of the service means, in words: what happened, what to do, who must act. Codes of our own are told as such.
import { useTranslation } from 'react-i18next';
import type { CbssOutcome } from '../../../preload/contract/cbss-answer.ts';
import {
  type CbssMeaning,
  meaningOf,
  meaningOfCode,
  meaningOfReason,
} from '../../../preload/rules/register/cbss-meaning.ts';
import { isOfficialCode, isRegisterCode } from '../../../preload/rules/register/codes.ts';

export type MeaningWords = CbssMeaning & {
  what: string;
  remedy: string;
  who: string;
  layerName: string;
  layerWhat: string;
  /** As it is shown: `INS00002 (own code)`. */
  shownCode: string;
};

const layerWhat = {
  transport: 'layers.whatTransport',
  platform: 'layers.whatPlatform',
  cbss: 'layers.whatCbss',
  business: 'layers.whatBusiness',
} as const;

export function useMeaningWords() {
  const { t } = useTranslation('cbss-codes');
  const worded = (meaning: CbssMeaning): MeaningWords => ({
    ...meaning,
    what: t(`${meaning.key}.what` as 'codes.MSG00000.what'),
    remedy: t(`${meaning.key}.do` as 'codes.MSG00000.do'),
    who: t(`parties.${meaning.party}`),
    layerName: t(`layers.${meaning.layer}`),
    layerWhat: t(layerWhat[meaning.layer]),
    shownCode:
      isRegisterCode(meaning.code) && !isOfficialCode(meaning.code)
        ? `${meaning.code} (${t('own')})`
        : meaning.code,
  });
  return {
    ofOutcome: (outcome: CbssOutcome): MeaningWords => worded(meaningOf(outcome)),
    /** Of a code of which only the layer is known, as in a list. */
    ofCode: (layer: CbssOutcome['layer'], code: string): MeaningWords =>
      worded(layer === 'transport' ? meaningOfReason(code) : meaningOfCode(layer, code)),
    /** Of a remark beside a status. */
    ofRemark: (code: string): MeaningWords => worded(meaningOfCode('business', code)),
    ownWhat: t('ownWhat'),
  };
}

export const isOwnCode = (code: string): boolean => isRegisterCode(code) && !isOfficialCode(code);
