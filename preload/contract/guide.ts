// Guides: the way through access management and Chaman for an enterprise in one quality, with how far each is.
import { changedSchema, event } from './call.ts';

export const guideCalls = {};
export const guideEvents = { 'guide.changed': event(changedSchema) };
