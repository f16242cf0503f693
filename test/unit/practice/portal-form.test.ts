// What the portal reads from a form, and how its mark-up is written.
import { describe, expect, it } from 'vitest';
import { readForm } from '../../../main/practice/pages/form.ts';
import { safeNext } from '../../../main/practice/pages/gate.ts';
import { html, linkTo } from '../../../main/practice/pages/html.ts';

const multipart = (...parts: readonly (readonly [string, Buffer])[]): Buffer =>
  Buffer.concat([
    ...parts.flatMap(([head, body]) => [Buffer.from(`--x\r\n${head}\r\n\r\n`), body, Buffer.from('\r\n')]),
    Buffer.from('--x--\r\n'),
  ]);
const type = 'multipart/form-data; boundary=x';

describe('a form', () => {
  it('with a file keeps its bytes, line ends and all', () => {
    const bytes = Buffer.from([0x30, 0x0d, 0x0a, 0x2d, 0x2d, 0x00, 0xff, 0x0d, 0x0a]);
    const form = readForm(
      type,
      multipart(
        ['Content-Disposition: form-data; name="name"', Buffer.from(' kantoor ')],
        [
          'Content-Disposition: form-data; name="file"; filename="C:\\map\\a.cer"\r\nContent-Type: x/y',
          bytes,
        ],
      ),
    );
    expect(form?.text('name')).toBe('kantoor');
    expect(form?.file('file')).toEqual({ fileName: 'a.cer', bytes });
  });
  it('without a chosen file has none', () => {
    const form = readForm(
      type,
      multipart(['Content-Disposition: form-data; name="file"; filename=""', Buffer.alloc(0)]),
    );
    expect(form?.file('file')).toBeUndefined();
  });
  it('that is cut off loses its last part only', () => {
    const whole = multipart(
      ['Content-Disposition: form-data; name="a"', Buffer.from('1')],
      ['Content-Disposition: form-data; name="b"', Buffer.from('2')],
    );
    const form = readForm(type, whole.subarray(0, whole.length - 12));
    expect([form?.text('a'), form?.text('b')]).toEqual(['1', '']);
  });
  it('keeps every value of a repeated field', () => {
    const form = readForm('application/x-www-form-urlencoded', Buffer.from('r=1&r=2&n=a+b'));
    expect([form?.all('r'), form?.text('n'), form?.text('missing')]).toEqual([['1', '2'], 'a b', '']);
  });
  it.each([undefined, 'text/plain', 'application/json', 'multipart/form-data'])('is none as %s', (kind) => {
    expect(readForm(kind, Buffer.from('a=1'))).toBeUndefined();
  });
});

describe('mark-up', () => {
  it('escapes what is put into it, and keeps mark-up as it is', () => {
    const inner = html`<i>${'"&\'<>'}</i>`;
    expect(html`<p title="${'a"b'}">${[inner, undefined, false, 3]}</p>`.html).toBe(
      '<p title="a&quot;b"><i>&quot;&amp;&#39;&lt;&gt;</i>3</p>',
    );
  });
  it('leaves out parameters that are not set', () => {
    expect(linkTo('/a', { b: '1 2', c: '', d: undefined })).toBe('/a?b=1+2');
    expect(linkTo('/a', {})).toBe('/a');
  });
});

describe('where one goes after logging in', () => {
  it.each(['/chaman', '/chaman?enterprise=0999999130&quality=employer'])('may be %s', (next) =>
    expect(safeNext(next)).toBe(next),
  );
  it.each(['', 'chaman', '//x.invalid', '/\\x.invalid', 'https://x.invalid', '/a\r\nb', 'javascript:1'])(
    'may not be %j',
    (next) => expect(safeNext(next)).toBeUndefined(),
  );
});
