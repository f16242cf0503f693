// Reads fields out of a request that fits its schema. Nothing here judges.
import { XmlC14NMode, type XmlElement } from 'libxml2-wasm';
import type { Span } from '../store/cbss-inscription-store.ts';
import type { GivenIdentity } from './compare-identity.ts';
import { elementsOf } from './read-message.ts';
import type { Xml } from './xml-write.ts';

export const childOf = (parent: XmlElement | undefined, name: string): XmlElement | undefined =>
  parent === undefined ? undefined : elementsOf(parent).find((child) => child.name === name);

export const textOf = (parent: XmlElement | undefined, name: string): string | undefined =>
  childOf(parent, name)?.content;

export const textsOf = (parent: XmlElement | undefined, name: string): string[] =>
  parent === undefined
    ? []
    : elementsOf(parent)
        .filter((child) => child.name === name)
        .map(({ content }) => content);

export const numberOf = (parent: XmlElement | undefined, name: string): number | undefined => {
  const text = textOf(parent, name);
  return text === undefined ? undefined : Number(text);
};

/** As it was sent, for the answer. */
export const echoOf = (parent: XmlElement, name: string): Xml | undefined => {
  const child = childOf(parent, name);
  return child && { xml: child.canonicalizeToString({ mode: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0 }) };
};

export const spanOf = (parent: XmlElement | undefined): Span | undefined => {
  const period = childOf(parent, 'period');
  const begin = textOf(period, 'beginDate');
  return begin === undefined ? undefined : { begin, end: textOf(period, 'endDate') ?? null };
};

export const identityOf = (parent: XmlElement | undefined): GivenIdentity => {
  const data = childOf(parent, 'personData');
  return {
    lastName: textOf(data, 'lastName'),
    givenName: textOf(data, 'givenName'),
    birthDate: textOf(data, 'birthDate'),
    genderCode: numberOf(data, 'genderCode'),
  };
};
