import type { XmlElement, XmlNode } from '../file/xml-write.ts';

/** What differs between the versions of QTI beside the names of elements and attributes. */
export interface QtiDialect {
  readonly version: '2.1' | '3.0';
  readonly itemNamespace: string;
  readonly packageNamespace: string;
  readonly schema: string;
  readonly schemaVersion: string;
  readonly itemType: string;
  readonly testType: string;
}

export const qti21: QtiDialect = {
  version: '2.1',
  itemNamespace: 'http://www.imsglobal.org/xsd/imsqti_v2p1',
  packageNamespace: 'http://www.imsglobal.org/xsd/imscp_v1p1',
  schema: 'QTIv2.1 Package',
  schemaVersion: '1.0.0',
  itemType: 'imsqti_item_xmlv2p1',
  testType: 'imsqti_test_xmlv2p1',
};

export const qti30: QtiDialect = {
  version: '3.0',
  itemNamespace: 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0',
  packageNamespace: 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1',
  schema: 'QTI Package',
  schemaVersion: '3.0.0',
  itemType: 'imsqti_item_xmlv3p0',
  testType: 'imsqti_test_xmlv3p0',
};

/** Documents are made with the names of QTI 3.0, `qti-choice-interaction`; 2.1 says `choiceInteraction`. */
export function inDialect(root: XmlElement, { version, itemNamespace }: QtiDialect): XmlElement {
  const named = { ...root, attributes: { xmlns: itemNamespace, ...root.attributes } };
  return version === '3.0' ? named : olderNames(named);
}

function olderNames({ name, attributes, children }: XmlElement): XmlElement {
  return {
    name: olderName(name.replace(/^qti-/, '')),
    attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [olderName(key), value])),
    children: children.flatMap(olderNode),
  };
}

/** QTI 2.1 has no element for the content of feedback: it stands there itself. */
function olderNode(node: XmlNode): readonly XmlNode[] {
  if (typeof node !== 'object') return [node];
  return node.name === 'qti-content-body' ? node.children.flatMap(olderNode) : [olderNames(node)];
}

const olderName = (name: string): string =>
  name.replace(/-([a-z])/g, (_, sign: string) => sign.toUpperCase());
