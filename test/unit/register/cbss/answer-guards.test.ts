// What is refused of an answer before anything is read of it: the parser matrix of the contract (§13.1), and what else is no answer.
import { describe, expect, it } from 'vitest';
import { guardXml, mostBytes } from '../../../../main/register/cbss/guard-xml.ts';
import { asked, consulted, envelope, read } from '../../../support/cbss-answers.ts';

const good = envelope(consulted());

describe('refused before anything of it is read', () => {
  it.each<[string, string | Uint8Array, string]>([
    [
      'an external entity',
      good
        .replace('?>', '?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>')
        .replace('DATA_FOUND', '&x;'),
      'doctype',
    ],
    [
      'entities that multiply',
      good
        .replace(
          '?>',
          `?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(50)}"><!ENTITY c "${'&b;'.repeat(50)}">]>`,
        )
        .replace('DATA_FOUND', '&c;'),
      'doctype',
    ],
    [
      'one long entity many times',
      good
        .replace('?>', `?><!DOCTYPE a [<!ENTITY a "${'h'.repeat(5_000)}">]>`)
        .replace('DATA_FOUND', '&a;'.repeat(2_000)),
      'doctype',
    ],
    ['a bare DOCTYPE', good.replace('?>', '?><!DOCTYPE a>'), 'doctype'],
    ['a DOCTYPE in small letters', good.replace('?>', '?><!doctype a>'), 'doctype'],
    ['an entity that nobody declared', good.replace('DATA_FOUND', '&x;'), 'notWellFormed'],
    [
      '20,000 elements in each other',
      envelope(`${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}`),
      'notWellFormed',
    ],
    ['two roots', `${good}<a/>`, 'notWellFormed'],
    ['an attribute twice', good.replace('<criteria>', '<criteria a="1" a="2">'), 'notWellFormed'],
    [
      'a prefix without a namespace',
      good.replace('<criteria>', '<x:criteria>').replace('</criteria>', '</x:criteria>'),
      'notWellFormed',
    ],
    ['an instruction', good.replace(asked, '852<?x 70399?>714'), 'processingInstruction'],
    ['a second declaration', good.replace('?>', '?><?xml version="1.0"?>'), 'processingInstruction'],
    ['a comment', good.replace(asked, '852<!-- -->70399714'), 'comment'],
    [
      'a byte order mark',
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(good)]),
      'byteOrderMark',
    ],
    ['UTF-16', Buffer.from(`\ufeff${good}`, 'utf16le'), 'notUtf8'],
    ['UTF-16 without a mark', Buffer.from(good, 'utf16le'), 'notUtf8'],
    ['another encoding by its own word', good.replace('UTF-8', 'ISO-8859-1'), 'notUtf8'],
    [
      'bytes that are no UTF-8',
      Buffer.concat([
        Buffer.from(good.slice(0, 300)),
        Buffer.from([0xc3, 0x28]),
        Buffer.from(good.slice(300)),
      ]),
      'notUtf8',
    ],
    ['more than 1 MiB', good.replace('<criteria>', `<criteria>${' '.repeat(mostBytes)}`), 'tooLarge'],
    ['a body that breaks off', good.slice(0, good.length - 60), 'truncated'],
    ['a body that breaks off within a tag', good.slice(0, 700), 'truncated'],
    ['words that are no XML', 'service unavailable', 'notWellFormed'],
    ['nothing', '', 'notWellFormed'],
    ['other XML', '<a/>', 'notSoap'],
    ['an empty envelope', envelope(''), 'notSoap'],
    ['two answers', envelope(`${consulted()}${consulted()}`), 'notSoap'],
    [
      'the answer of another operation',
      envelope(consulted().replaceAll('consultInscriptions', 'insertInscription')),
      'notInSchema',
    ],
    ['a wrapped answer', envelope(`<w>${consulted()}</w>`), 'notSoap'],
  ])('%s', (_what, content, reason) => {
    expect(read(content)).toMatchObject({ layer: 'transport', reason, mayHaveHappened: true });
  });

  it('pages for people and other status codes, each as what it is', () => {
    const page = '<!DOCTYPE html><html><body>Bad gateway</body></html>';
    expect(read(page, { status: 502, contentType: 'text/html' })).toMatchObject({
      reason: 'htmlPage',
      status: 502,
    });
    expect(read(page, { status: 200 })).toMatchObject({ reason: 'htmlPage' });
    expect(read(good, { status: 503 })).toMatchObject({ reason: 'httpStatus', status: 503 });
    expect(read(good, { status: 500 })).toMatchObject({ reason: 'notSoap' });
  });

  it('what the schema does not take, with its line', () => {
    const wrong = envelope(
      consulted({ status: '<value>DATA_FOUND</value>' }).replace('<status>', '\n<status>'),
    );
    expect(read(wrong)).toMatchObject({
      reason: 'notInSchema',
      line: 2,
      finding: expect.stringContaining('status'),
    });
    const more = consulted({ ssin: `<extra/>` });
    expect(read(envelope(more))).toMatchObject({ reason: 'notInSchema' });
  });

  it('marks in the text of a character section count as marks', () => {
    expect(guardXml(Buffer.from('<a><![CDATA[x]]></a>')).ok).toBe(true);
    expect(guardXml(Buffer.from('<a><![CDATA[<!DOCTYPE x>]]></a>'))).toMatchObject({ reason: 'doctype' });
  });
});
