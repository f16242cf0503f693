// A voucher: what the file beside it must be, read before anybody opens that file. F4, §11.6.
import { SaxesParser } from 'saxes';
import { againstSchema } from './feed-schema.ts';
import { mostVoucherBytes, type Refusal, refusal, type Voucher } from './feed-values.ts';
import { guardFeed } from './guard-feed.ts';

export type VoucherInput = { bytes: Uint8Array };

/** Worker task. Refusals: voucherDamaged (also no text), voucherNotInSchema, with the place. */
export function readVoucher({ bytes }: VoucherInput): { voucher: Voucher } | Refusal {
  if (bytes.length > mostVoucherBytes) return refusal('voucherDamaged');
  const guarded = guardFeed(bytes);
  if ('refused' in guarded) {
    const { line, column } = guarded.refused;
    return refusal('voucherDamaged', { line, column });
  }
  const refused = againstSchema('voucher', bytes, guarded.text);
  return refused ?? { voucher: voucherOf(guarded.text) };
}

/** Of a text that the schema accepted. */
function voucherOf(text: string): Voucher {
  const values = new Map<string, string>();
  const open: string[] = [];
  let words = '';
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', ({ name }) => {
    open.push(name);
    words = '';
  });
  parser.on('text', (more) => {
    words += more;
  });
  parser.on('cdata', (more) => {
    words += more;
  });
  parser.on('closetag', ({ name }) => {
    values.set(name, words);
    open.pop();
  });
  parser.write(text).close();
  const value = (name: string): string => (values.get(name) ?? '').trim();
  return {
    fileName: value('fileName'),
    bytes: Number(value('fileSize')),
    sha256: value('sha256').toLowerCase(),
    records: Number(value('recordCount')),
    sequence: Number(value('fileSequenceNumber')),
    receiver: value('cbeNumber') === '' ? `${value('sector')}/${value('institution')}` : value('cbeNumber'),
  };
}
