import type { XmlElement, XmlNode } from '../file/xml-write.ts';

/** A document with the names of QTI 2: `qti-choice-interaction` becomes `choiceInteraction`, attributes alike. */
export const olderNames = ({ name, attributes, children }: XmlElement): XmlElement => ({
  name: older(name.replace(/^qti-/, '')),
  attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [older(key), value])),
  children: children.map((child): XmlNode => (typeof child === 'object' ? olderNames(child) : child)),
});

const older = (name: string): string =>
  name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
