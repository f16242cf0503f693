// The doctor: which link between this computer and a service is broken, and who mends it. And the exchanges themselves.
export const doctorCalls = {};
