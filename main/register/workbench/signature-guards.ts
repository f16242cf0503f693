// What must hold of the place of a signature before its value says anything: else a signed part can be moved aside and another put in its
// place (contract §6.2).
import type { XmlElement } from 'libxml2-wasm';
import type { Guard, GuardVerdict, Inspection } from '../../../preload/contract/cbss-workbench.ts';
import { dsNs, wsseNs, wsuNs } from '../cbss/namespaces.ts';
import { childrenOf, everyElement, is, type MessageShape, wsuId } from './message-shape.ts';
import {
  namedCertificate,
  type Referred,
  referred,
  signatureParts,
  usesAllowedAlgorithms,
  valueFits,
} from './signature-verdict.ts';
import { certificateIn, maySign, signerFacts } from './signer-facts.ts';
import { timestampVerdict } from './timestamp-verdict.ts';

type Signed = { guards: GuardVerdict[]; signature: Inspection['signature'] };

const order: readonly Guard[] = [
  'oneSecurity',
  'oneSignature',
  'uniqueIds',
  'algorithms',
  'threeParts',
  'bodyInPlace',
  'certificate',
];

/** `now` in milliseconds. What comes after a guard without which it makes no sense stays open. */
export function signedBy(shape: MessageShape, now: number): Signed {
  const guards: GuardVerdict[] = [];
  const say = (guard: Guard, passed: boolean, node: XmlElement | null = null): void => {
    guards.push({ guard, state: passed ? 'passed' : 'failed', line: passed ? null : lineOf(node) });
  };
  const all = [...everyElement(shape.envelope)];
  const signatures = all.filter((node) => is(node, dsNs, 'Signature'));
  const [security] = shape.securities;
  const inHeader = security?.parent?.name === 'Header' && security.parent.parent?.isSameNode(shape.envelope);
  say('oneSecurity', shape.securities.length === 1 && inHeader === true, shape.securities[1] ?? null);
  const [signature] = signatures;
  const parts = signature === undefined ? null : signatureParts(signature);
  const own = security !== undefined && signature?.parent?.isSameNode(security) === true;
  say('oneSignature', signatures.length === 1 && parts !== null && own, signatures[1] ?? null);
  const twice = repeatedId(all);
  say('uniqueIds', twice === null, twice);
  if (security === undefined || parts === null) return { guards: withOpen(guards), signature: null };
  const allowed = usesAllowedAlgorithms(parts);
  say('algorithms', allowed, parts.signedInfo);
  const found = referred(parts, shape);
  const signs = (name: Referred['part']['part']): Referred[] =>
    found.filter(({ part }) => part.part === name);
  const three =
    found.length === 3 &&
    ['certificate', 'timestamp', 'body'].every((name) => signs(name as 'body').length === 1);
  say('threeParts', three, parts.signedInfo);
  const [body] = shape.bodies;
  const signedBody = signs('body')[0]?.node;
  const inPlace = shape.bodies.length === 1 && body !== undefined && signedBody?.isSameNode(body) === true;
  say('bodyInPlace', inPlace, signedBody ?? null);
  const token = signs('certificate')[0]?.node ?? null;
  const certificate = token === null ? null : certificateIn(token.content);
  const signer = certificate === null ? null : signerFacts(certificate, now);
  const named = token !== null && namedCertificate(parts) === wsuId(token);
  say('certificate', signer !== null && maySign(signer) && named, token);
  const times = childrenOf(security).filter((node) => is(node, wsuNs, 'Timestamp'));
  return {
    guards: withOpen(guards),
    signature: {
      value: certificate === null || !allowed ? 'open' : valueFits(parts, certificate) ? 'right' : 'wrong',
      parts: found.slice(0, 6).map(({ part }) => part),
      timestamp: times[0] === undefined ? null : timestampVerdict(...timesOf(times[0]), now),
      signer,
    },
  };
}

const timesOf = (node: XmlElement): [string, string] => {
  const text = (name: string): string =>
    childrenOf(node)
      .find((child) => is(child, wsuNs, name))
      ?.content.trim() ?? '';
  return [text('Created'), text('Expires')];
};

/** The first element with an id that another one has too. */
function repeatedId(all: readonly XmlElement[]): XmlElement | null {
  const seen = new Set<string>();
  for (const node of all) {
    const id = wsuId(node);
    if (id !== null && seen.has(id)) return node;
    if (id !== null) seen.add(id);
  }
  return null;
}

const lineOf = (node: XmlElement | null): number | null =>
  node !== null && node.line > 0 ? node.line : null;

const withOpen = (guards: readonly GuardVerdict[]): GuardVerdict[] =>
  order.map(
    (guard) => guards.find((one) => one.guard === guard) ?? ({ guard, state: 'open', line: null } as const),
  );

/** A message that nobody says is signed: its guards are not told of an answer, which never is (§6.6). */
export const isSigned = ({ envelope, securities }: MessageShape): boolean =>
  securities.length > 0 ||
  [...everyElement(envelope)].some(
    (node) => is(node, dsNs, 'Signature') || is(node, wsseNs, 'BinarySecurityToken'),
  );
