// Reads the one JSON string that a page sends: exactly a name and an input, without keys that could reach a prototype.

export type Envelope = { name: string; input: unknown };

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** `{"name":"app.state","input":{}}` in; the two parts out, or null when anything else stands there. */
export function readEnvelope(json: string): Envelope | null {
  let forbidden = false;
  try {
    const message: unknown = JSON.parse(json, function (this: unknown, key: string, value: unknown) {
      if (forbiddenKeys.has(key) && !Array.isArray(this)) forbidden = true;
      return value;
    });
    if (forbidden || typeof message !== 'object' || message === null || Array.isArray(message)) return null;
    const keys = Object.keys(message);
    if (keys.length !== 2 || !('name' in message) || !('input' in message)) return null;
    return typeof message.name === 'string' && message.name.length <= 80
      ? { name: message.name, input: message.input }
      : null;
  } catch {
    return null;
  }
}
