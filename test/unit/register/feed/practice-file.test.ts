// The file of a day as practice writes it, which shares no code with the app, is taken by the app as it stands.
import { afterAll, expect, it } from 'vitest';
import { replaceNumber } from '../../../../main/practice/cbss/change-numbers.ts';
import { emit } from '../../../../main/practice/cbss/emit.ts';
import { changeIdentity } from '../../../../main/practice/cbss/happen.ts';
import { SAMPLE } from '../../../../main/practice/cbss/sample-persons.ts';
import { checkFile } from '../../../../main/register/feed/check-file.ts';
import { readVoucher } from '../../../../main/register/feed/read-voucher.ts';
import { readBlock } from '../../../../main/register/feed/staged-block.ts';
import { makeCertificate } from '../../../integration/practice/support/certificates.ts';
import { BERK, makeBench } from '../../practice/cbss/bench.ts';

const practice = makeBench(makeCertificate());
afterAll(() => practice.close());

it.each(['a day on which things happened', 'a day without a change'])('%s', (day) => {
  if (day === 'a day on which things happened') {
    replaceNumber(practice.parts, { ssin: SAMPLE.active });
    changeIdentity(practice.parts, {
      ssin: SAMPLE.activeWoman,
      type: 'NAME',
      person: { lastName: 'Nieuwenhuis' },
    });
  }
  const { files } = emit(practice.parts, { receiver: BERK, everybody: true });
  const [file, voucher] = files;
  const read = readVoucher({ bytes: voucher.bytes });
  expect(read).toMatchObject({ voucher: { fileName: file.name, receiver: BERK } });
  if ('refused' in read) return;
  const blocks: unknown[] = [];
  const checked = checkFile(
    { name: file.name, bytes: file.bytes, voucher: read.voucher, environment: 'T' },
    () => undefined,
    (part) => blocks.push(readBlock(part as Uint8Array)),
  );
  expect(checked).toMatchObject({ header: { sender: '0999999922', receiver: BERK } });
  expect(blocks).toHaveLength(day === 'a day without a change' ? 0 : 2);
});
