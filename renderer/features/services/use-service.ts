// How a service stands, wherever it matters on a page.
import type { DatedService, ServiceRow } from '../../../preload/contract/service-state.ts';
import { useCall } from '../../calls.ts';

/** Null where the calendar does not tell; undefined while main has not answered yet. */
export function useService(service: DatedService): ServiceRow | null | undefined {
  const list = useCall('service.list', {});
  if (list.isPending) return undefined;
  return list.data?.services.find((row) => row.service === service) ?? null;
}
