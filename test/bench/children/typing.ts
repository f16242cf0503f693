// A person at the editor of a training: `typing.js DIR PAGE_DIR choice|text TIMES`. From each key, as it goes down (a choice
// is made before it comes up), to the moment at which main answers with the committed record.
import { say } from './open-app.ts';
import { openWindow, until } from './watched-window.ts';

const [dir = '', pageDir = '', field = '', times] = process.argv.slice(2);
const { page, opened, answeredAt, close } = await openWindow(dir, pageDir, 'training.update');
const { rows } = await opened.call('training.list', { page: 1, pageSize: 1 });
await page.evaluate(`location.hash = '#/training/${rows[0]?.id}'`);
const input =
  field === 'text'
    ? page.locator('[name="title"]').first()
    : page.locator('input[type="radio"][value="completed"]').first();
await input.waitFor({ state: 'attached', timeout: 20_000 });
await input.focus();
await page.evaluate(`window.addEventListener('keydown', (event) => {
  window.benchKeyAt = performance.timeOrigin + event.timeStamp;
}, true)`);
const taken: number[] = [];
for (let time = 0; time < Number(times); time += 1) {
  answeredAt.length = 0;
  const key = field === 'text' ? 'abcdefghij'.charAt(time % 10) : time % 2 === 0 ? 'ArrowDown' : 'ArrowUp';
  await page.keyboard.press(key);
  await until('the record is committed', () => answeredAt.length > 0);
  const keyAt = await page.evaluate<number>('window.benchKeyAt');
  taken.push(Math.max(0, (answeredAt[0] ?? 0) - keyAt));
  await page.waitForTimeout(30);
}
taken.sort((a, b) => a - b);
const share = (part: number) => taken[Math.min(taken.length - 1, Math.floor(taken.length * part))] ?? 0;
say({ p50Ms: share(0.5), p99Ms: share(0.99), maxMs: taken.at(-1) ?? 0 });
await close();
