// Bends a certificate file out of shape where it hurts: lengths, tags, nesting, iteration counts, object identifiers,
// parts swapped with another file's, repeated, dropped or cut off; and the same for PEM text.
import type { Random } from './random.ts';
import { copyOf, places, readTlvs, type Tlv, writeTlv } from './tlv.ts';

type Place = ReturnType<typeof places>[number];
type Bend = (place: Place, random: Random, other: () => Tlv | null) => void;

const counts = [0, 1, 2, 1_000, 9_999, 2_000_001, 5_000_000, 2 ** 31 - 1, 2 ** 32 - 1, 2 ** 47];
/** Allowed, and as slow as a file may be: rare, or the run takes days. */
const heavyCounts = [250_000, 600_000, 1_000_000, 2_000_000];
/** Algorithms and types that stand in containers, so that one is read as another. */
const oids = [
  ...['2a864886f70d01050d', '2a864886f70d01050c', '2a864886f70d010c0103', '2a864886f70d010c0106'],
  ...['2a864886f70d010c0105', '60864801650304012a', '6086480165030401' + '02', '2a864886f70d0307'],
  ...['2a864886f70d0209', '2a864886f70d020b', '2a864886f70d01050e', '2b0e03021a', '608648016503040203'],
  ...['2a864886f70d010701', '2a864886f70d010702', '2a864886f70d010706', '2a864886f70d010c0a0101'],
  ...[
    '2a864886f70d010c0a0102',
    '2a864886f70d010c0a0103',
    '2a864886f70d010c0a0106',
    '2a864886f70d010916' + '01',
  ],
].map((hex) => Buffer.from(hex, 'hex'));
const labels = ['CERTIFICATE', 'PRIVATE KEY', 'RSA PRIVATE KEY', 'EC PRIVATE KEY', 'ENCRYPTED PRIVATE KEY'];

const bends: Bend[] = [
  ({ node }, random) => {
    node.lie = random.pick([0, 1, 0x7f, 0x80, 0xffff, 2 ** 31 - 1, 2 ** 32 - 1, 'open', 'endless', 'long']);
  },
  ({ node }, random) => {
    const length = writeTlv(node).length;
    node.lie = Math.max(0, length + random.pick([-3, -2, -1, 1, 2, 300]));
  },
  ({ node }, random) => {
    node.tag = random.pick([
      0x02, 0x03, 0x04, 0x05, 0x06, 0x0c, 0x1e, 0x1f, 0x24, 0x30, 0x31, 0x80, 0xa0, 0xa1, 0xbf,
    ]);
  },
  ({ node }) => {
    node.tag ^= 0x20;
  },
  ({ list, index, node }, random) => {
    list[index] = nested(node, random.pick([1, 5, 38, 45, 300]), random.pick([0x30, 0x24, 0xa0]));
  },
  ({ list, index, node }, random) => {
    // Not more than a file may be large.
    const most = Math.floor(5_500_000 / (writeTlv(node).length + 1));
    const times = Math.min(most, random.pick([1, 2, 10, 60, 250]));
    list.splice(index, 0, ...Array.from({ length: times }, () => copyOf(node)));
  },
  ({ list, index }) => {
    list.splice(index, 1);
  },
  ({ list, index }, random, other) => {
    const part = other();
    if (part) list[index] = part;
    else list.splice(index, 1 + random.below(3));
  },
  ({ list, index }, random) => {
    const elsewhere = random.below(list.length);
    const [one, two] = [list[index], list[elsewhere]];
    if (one && two) [list[index], list[elsewhere]] = [two, one];
  },
  ({ node }, random) => {
    if (node.tag === 0x06) node.value = random.pick(oids);
    else node.value = random.bytes(random.pick([0, 1, 8, 64]));
  },
  ({ node }, random) => {
    if (Array.isArray(node.value) || node.value.length === 0) return;
    const changed = Buffer.from(node.value);
    changed.writeUInt8(random.below(256), random.below(changed.length));
    node.value = changed;
  },
  ({ node }, random) => {
    const large = random.pick([70_000, 300_000, random.chance(10) ? 4_900_000 : 1_000]);
    if (random.chance(25)) node.value = Buffer.alloc(large, random.pick([0x30, 0x00, 0x04]));
  },
];

/** A whole number in the place of a count; also where none belongs. */
const bendCount: Bend = ({ node }, random) => {
  const count = random.chance(250) ? random.pick(heavyCounts) : random.pick(counts);
  const hex = count.toString(16);
  node.tag = 0x02;
  node.value = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  if ((node.value[0] ?? 0) >= 0x80 && !random.chance(4))
    node.value = Buffer.concat([Buffer.alloc(1), node.value]);
};

function nested(node: Tlv, times: number, tag: number): Tlv {
  let inner = node;
  for (let depth = 0; depth < times; depth += 1) inner = { tag, value: [inner], wrapped: false };
  return inner;
}

/** One to four faults in a file of DER. */
export function bendDer(bytes: Buffer, random: Random, other: Buffer): Buffer {
  const tree = readTlvs(bytes);
  if (tree === null || tree.length === 0) return bendBytes(bytes, random);
  const faults = 1 + random.below(4);
  for (let fault = 0; fault < faults; fault += 1) {
    const all = places(tree);
    if (all.length === 0 || all.length > 4_000) break;
    const wholes = all.filter(
      ({ node }) => node.tag === 0x02 && !Array.isArray(node.value) && node.value.length < 5,
    );
    const count = wholes.length > 0 && random.chance(5);
    const bend = count ? bendCount : random.pick(bends);
    bend(random.pick(count ? wholes : all), random, () => partOf(other, random));
  }
  const written = Buffer.concat(tree.map(writeTlv));
  if (random.chance(12)) return written.subarray(0, random.below(written.length + 1));
  return random.chance(20) ? bendBytes(written, random) : written;
}

function partOf(file: Buffer, random: Random): Tlv | null {
  const all = places(readTlvs(file) ?? []);
  return all.length === 0 ? null : copyOf(random.pick(all).node);
}

function bendBytes(bytes: Buffer, random: Random): Buffer {
  const changed = Buffer.from(bytes);
  for (let fault = random.below(4); fault >= 0 && changed.length > 0; fault -= 1) {
    changed.writeUInt8(
      random.pick([0, 0x30, 0x80, 0x84, 0xa0, 0xff, random.below(256)]),
      random.below(changed.length),
    );
  }
  return random.chance(3) ? changed.subarray(0, random.below(changed.length + 1)) : changed;
}

/** The same for PEM: its blocks bent, relabelled, repeated, swapped, cut, with headers that lie. */
export function bendPem(text: string, random: Random, other: Buffer): Buffer {
  const blocks = text.match(/-----BEGIN [^-]+-----[\s\S]*?-----END [^-]+-----\n?/g) ?? [text];
  const bent = blocks.map((block) => {
    if (random.chance(3)) return block;
    const [, label = '', body = ''] = /-----BEGIN ([^-]+)-----([\s\S]*?)-----END/.exec(block) ?? [];
    const der = bendDer(Buffer.from(body, 'base64'), random, other);
    const name = random.chance(4) ? random.pick(labels) : label;
    const head = random.chance(6)
      ? `Proc-Type: 4,ENCRYPTED\nDEK-Info: ${random.pick(['AES-256-CBC', 'DES-EDE3-CBC', 'RC4', ''])},${'AB'.repeat(random.pick([0, 4, 8, 16, 99]))}\n\n`
      : '';
    const lines = der.subarray(0, 3_000_000).toString('base64').replace(/.{64}/g, '$&\n');
    return `-----BEGIN ${name}-----\n${head}${lines}\n-----END ${random.chance(12) ? 'X' : name}-----\n`;
  });
  if (random.chance(6)) bent.reverse();
  if (random.chance(10))
    bent.push(...Array.from({ length: random.pick([1, 30, 220]) }, () => random.pick(blocks)));
  const whole = Buffer.from(bent.join(random.chance(8) ? 'Bag Attributes: \0\n' : ''), 'latin1');
  if (random.chance(15))
    return Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(whole.toString('latin1'), 'utf16le')]);
  return random.chance(10) ? whole.subarray(0, random.below(whole.length + 1)) : whole;
}
