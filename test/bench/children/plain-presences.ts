// The peer of the day of a site: a page of plain script, with 100,000 rows in its memory and a table that holds
// all it shows: a day of a site, and six days of both.
import type { Page } from './watched-window.ts';

/** Runs in a frame of its own; answers milliseconds from a choice to its paint, and the nodes of the whole table. */
const plain = `(async () => {
  const rows = Array.from({ length: 100_000 }, (_, at) => {
    const worker = Math.floor(at / 100), within = at % 100;
    return { name: 'Worker ' + worker, site: worker < 500 ? 'park' : 'station', day: Math.floor(within / 4), mark: within % 4,
      at: 330 + (within % 4) * 180 + (worker * 7) % 25, state: at % 20 === 0 ? 'invalid' : 'valid' };
  });
  const host = document.createElement('div');
  document.body.replaceChildren(host);
  const painted = () => new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done();
    port2.postMessage(0);
  }));
  const draw = (kept, cells) => {
    const table = document.createElement('table');
    for (const row of kept) {
      const line = table.insertRow();
      for (const cell of cells(row)) line.insertCell().textContent = cell;
    }
    host.replaceChildren(table);
  };
  const taken = async (count, act) => {
    const all = [];
    for (let at = 0; at < count; at += 1) {
      const from = performance.now();
      act(at);
      await painted();
      all.push(performance.now() - from);
    }
    return all.sort((a, b) => a - b)[Math.floor(count * 0.75)];
  };
  const day = await taken(20, (at) => {
    const kept = Object.groupBy(rows.filter((row) => row.day === at && row.site === 'park'), (row) => row.name);
    draw(Object.values(kept), (own) => [own[0].name, ...own.map((mark) => mark.at)]);
  });
  const list = await taken(1, () =>
    draw(rows.filter((row) => row.day < 6), (row) => [row.name, row.site, row.day, row.at, row.state]));
  return { day, list, nodes: document.querySelectorAll('*').length };
})()`;

export async function plainPage(page: Page): Promise<Record<string, number>> {
  const { day, list, nodes } = await page.evaluate<{ day: number; list: number; nodes: number }>(plain);
  return { plainDayP75Ms: day, plainListP75Ms: list, plainNodes: nodes };
}
