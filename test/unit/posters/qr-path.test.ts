// The code of a poster as a path: the very modules of the code, its bytes as they are, and the strongest correction that stays legible.
import qrcode from 'qrcode';
import { expect, it } from 'vitest';
import { qrPath, quietModules } from '../../../main/posters/qr-path.ts';

const url = 'https://checkinout.example/registration?workplace=9ZX4K7R2M5T8W&x=%2f';

/** Fills closed lines of `h` and `v` evenly-odd, as a drawing program does. */
function filled(path: string, side: number): boolean[][] {
  const crossed = Array.from({ length: side }, () => new Array<number>(side + 1).fill(0));
  for (const line of path.split('z').filter(Boolean)) {
    const start = /^M(\d+) (\d+)/.exec(line);
    let [x, y] = [Number(start?.[1]), Number(start?.[2])];
    for (const [, way, by] of line.matchAll(/([hv])(-?\d+)/g)) {
      if (way === 'h') x += Number(by);
      else {
        for (let row = Math.min(y, y + Number(by)); row < Math.max(y, y + Number(by)); row += 1) {
          const cells = crossed[row];
          if (cells !== undefined) cells[x] = (cells[x] ?? 0) + 1;
        }
        y += Number(by);
      }
    }
    expect([x, y]).toEqual([Number(start?.[1]), Number(start?.[2])]);
  }
  return crossed.map((cells) => {
    let inside = false;
    return cells.slice(0, side).map((count) => {
      if (count % 2 === 1) inside = !inside;
      return inside;
    });
  });
}

it.each([url, 'a', url.repeat(12)])('fills the dark modules and nothing else', (text) => {
  const made = qrPath(text, 400);
  if (!made.ok) throw new Error(made.failure.code);
  const { side, path, level } = made.value;
  const data = new TextEncoder().encode(text);
  const { modules } = qrcode.create([{ data, mode: 'byte' }], { errorCorrectionLevel: level });
  expect(side).toBe(modules.size + 2 * quietModules);
  const drawn = filled(path, side);
  const wanted = drawn.map((cells, y) =>
    cells.map((_, x) => {
      const [column, row] = [x - quietModules, y - quietModules];
      const within = column >= 0 && row >= 0 && column < modules.size && row < modules.size;
      return within && modules.data[row * modules.size + column] === 1;
    }),
  );
  expect(drawn).toEqual(wanted);
});

it('corrects as much as it can, less where the modules would become too small, and says when they would anyway', () => {
  const level = (text: string, side: number) => {
    const made = qrPath(text, side);
    return made.ok ? made.value.level : made.failure.code;
  };
  expect(level(url, 86)).toBe('H');
  // With the quiet zone 85 modules a side, then 93, which 44 mm make too small for this level.
  expect(level('x'.repeat(200), 44)).toBe('H');
  expect(level('x'.repeat(230), 44)).toBe('Q');
  expect(level('x'.repeat(320), 44)).toBe('Q');
  expect(level('x'.repeat(900), 44)).toBe('tooLarge');
  expect(level('x'.repeat(900), 86)).toBe('H');
  expect(level('x'.repeat(2_000), 86)).toBe('tooLarge');
});
