// Damages a list where it hurts: bytes and lengths of any file; parts, names and XML of a workbook.
import type { Random } from '../container-fuzz/random.ts';
import { type ZipPart, zipOf } from '../workbooks.ts';

/** Flips, cuts, repeats or inserts bytes. */
export function damageBytes(bytes: Buffer, random: Random): Buffer {
  const out = Buffer.from(bytes);
  const at = random.below(Math.max(1, out.length));
  switch (random.below(5)) {
    case 0:
      return out.subarray(0, at);
    case 1:
      return Buffer.concat([out.subarray(0, at), random.bytes(random.pick([1, 2, 40])), out.subarray(at)]);
    case 2:
      return Buffer.concat([out.subarray(0, at), out.subarray(at + random.pick([1, 2, 3, 200]))]);
    case 3:
      return Buffer.concat([out, out.subarray(at)]);
    default:
      for (let flips = random.pick([1, 1, 2, 8, 60]); flips > 0; flips -= 1)
        if (out.length > 0) out[random.below(out.length)] = random.below(256);
      return out;
  }
}

const pieces = [
  ...[
    '<',
    '>',
    '&',
    '&#0;',
    '&#xD800;',
    '&lol;',
    '<![CDATA[x]]>',
    '<!-- -->',
    '<?x?>',
    '<!DOCTYPE x [<!ENTITY lol "x">]>',
  ],
  ...[
    '<row r="1">',
    '<row r="1048577">',
    '<row r="1e300">',
    '<row r="-1">',
    '</row>',
    '<c r="A1" t="s"><v>99</v></c>',
  ],
  ...[
    '<c r="ZZZ9"><v>1</v></c>',
    '<c r="A1"><v>1</v></c>',
    '<c t="b"><v>7</v></c>',
    '<c t="e"><v>#REF!</v></c>',
    '<f>1+1</f>',
  ],
  ...[
    '<c t="d"><v>2025-02-30</v></c>',
    '<c s="99"><v>45691</v></c>',
    '<v>0x10</v>',
    '<v/>',
    '<t/>',
    '<is/>',
    't="s"',
    'r="B2"',
  ],
];

/** Puts something in, takes something out or doubles something in the XML of a part. */
function damageXml(xml: string, random: Random): string {
  const tags = [...xml.matchAll(/<[^>]*>/g)].map(({ index, 0: tag }) => [index, tag] as const);
  const [at, tag] = tags.length === 0 ? [0, ''] : random.pick(tags);
  const after = at + tag.length;
  switch (random.below(6)) {
    case 0:
      return xml.slice(0, at) + random.pick(pieces) + xml.slice(at);
    case 1:
      return xml.slice(0, at) + xml.slice(after);
    case 2:
      return xml.slice(0, after) + tag + xml.slice(after);
    case 3:
      return xml.slice(0, at) + random.pick(tags)[1] + xml.slice(after);
    case 4: {
      const inside = random.below(xml.length);
      return xml.slice(0, inside) + random.pick(pieces) + xml.slice(inside + random.below(5));
    }
    default:
      return (
        xml.slice(0, at) +
        tag.replace(/"[^"]*"/, () => `"${random.pick(['', '0', '-1', '99', '1e9', 'A1', 's', 'x'])}"`) +
        xml.slice(after)
      );
  }
}

const names = [
  'xl/workbook.xml',
  'xl/styles.xml',
  'xl/vbaProject.bin',
  '../x',
  'mimetype',
  'XL/WORKBOOK.XML',
  '\u0000',
  '',
];

/** A workbook with something wrong inside, whose zip is sound otherwise. */
export function damageBook(parts: ZipPart[], random: Random): Buffer {
  const out = parts.map((part) => ({ ...part }));
  for (let times = random.pick([1, 1, 2, 5]); times > 0; times -= 1) {
    const part = random.pick(out);
    const at = out.indexOf(part);
    switch (random.below(8)) {
      case 0:
        if (out.length > 1) out.splice(at, 1);
        break;
      case 1:
        part.name = random.pick(names);
        break;
      case 2:
        out.push({ ...part });
        break;
      case 3:
        part.saidBytes = random.pick([0, 1, 2 ** 31, 2 ** 32 - 1]);
        break;
      case 4:
        if (random.chance(4)) part.encrypted = true;
        break;
      default:
        part.content = damageXml(part.content.toString(), random);
    }
  }
  return zipOf(out);
}
