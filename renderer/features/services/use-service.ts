// How a service stands, wherever it matters on a page.
import type { DatedService, ServiceRow } from '../../../preload/contract/service-state.ts';
import { useCall } from '../../calls.ts';

/** Undefined while it is not known yet. */
export function useService(service: DatedService): ServiceRow | undefined {
  return useCall('service.list', {}).data?.services.find((row) => row.service === service);
}
