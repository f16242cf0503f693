// Asks for the worker-years of one client, several at once, until none is left or the run must end.
import { askYear } from './ask-year.ts';
import { pausing } from './pausing.ts';
import type { RescuePorts, RescueTarget } from './rescue-ports.ts';

export async function askClient(
  ports: RescuePorts,
  target: RescueTarget,
  ids: readonly string[],
  mustEnd: () => boolean,
  step: () => void,
): Promise<void> {
  const connection = ports.connections.of({
    employer_id: target.employerId,
    enterprise_number: target.enterpriseNumber,
  });
  if (!connection.ok) return;
  const queue = [...ids];
  const held: Parameters<typeof askYear>[4] = new Map();
  let under = 0;
  const worker = async (): Promise<void> => {
    while (!mustEnd()) {
      if (await pausing(ports)) continue;
      const id = queue.shift();
      if (id === undefined) {
        // Others may still put theirs back.
        if (under === 0) return;
        await ports.sleep(20);
        continue;
      }
      under += 1;
      const end = await askYear(ports, connection.value, target, id, held).finally(() => {
        under -= 1;
      });
      if (end.kind === 'later') queue.push(id);
      else step();
    }
  };
  const workers = Math.min(ports.concurrency, Math.max(1, ids.length));
  const ends = await Promise.allSettled(Array.from({ length: workers }, worker));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
