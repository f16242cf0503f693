// Whether this window is a registration point now, and of which site. While it is, nothing else of the app is drawn.
import { useCall } from './calls.ts';

export const useReadPoint = () => useCall('point.state', {});
