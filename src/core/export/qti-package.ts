import { utf8Of } from '../file/utf8.ts';
import { element, xmlDocument } from '../file/xml-write.ts';
import type { XmlElement } from '../file/xml-write.ts';
import { zipOf } from '../file/zip-write.ts';
import type { ZipEntry } from '../file/zip-write.ts';
import type { CarriedItem } from './carried.ts';
import type { Heading } from './format.ts';
import { inDialect } from './qti-dialect.ts';
import type { QtiDialect } from './qti-dialect.ts';
import { qtiItem, qtiName } from './qti-item.ts';

/** A content package: a manifest, a test that asks the items in order, and a file for each item. */
export function qtiPackage(items: readonly CarriedItem[], heading: Heading, dialect: QtiDialect): Uint8Array {
  const file = (name: string, root: XmlElement): ZipEntry => ({ name, bytes: utf8Of(xmlDocument(root)) });
  return zipOf([
    file('imsmanifest.xml', manifest(items, heading, dialect)),
    file('test.xml', inDialect(testOf(items, heading), dialect)),
    ...items.map((item) => file(pathOf(item), inDialect(qtiItem(item), dialect))),
  ]);
}

const pathOf = ({ id }: CarriedItem): string => `items/${qtiName(id)}.xml`;

function manifest(
  items: readonly CarriedItem[],
  heading: Heading,
  { packageNamespace, schema, schemaVersion, itemType, testType }: QtiDialect,
): XmlElement {
  const test = { name: qtiName(heading.id), path: 'test.xml' };
  return element(
    'manifest',
    { xmlns: packageNamespace, identifier: `${test.name}-package` },
    element('metadata', {}, element('schema', {}, schema), element('schemaversion', {}, schemaVersion)),
    element('organizations'),
    element(
      'resources',
      {},
      resource(
        test.name,
        testType,
        test.path,
        items.map(({ id }) => element('dependency', { identifierref: qtiName(id) })),
      ),
      ...items.map((item) => resource(qtiName(item.id), itemType, pathOf(item), [], keywords(item))),
    ),
  );
}

const resource = (
  identifier: string,
  type: string,
  href: string,
  dependencies: readonly XmlElement[],
  metadata?: XmlElement,
): XmlElement =>
  element('resource', { identifier, type, href }, metadata, element('file', { href }), ...dependencies);

/** Topic and form as keywords (IEEE LOM). */
const keywords = ({ tags, language }: CarriedItem): XmlElement =>
  element(
    'metadata',
    {},
    element(
      'lom',
      { xmlns: 'http://ltsc.ieee.org/xsd/LOM' },
      element(
        'general',
        {},
        ...tags.map((tag) => element('keyword', {}, element('string', { language }, tag))),
      ),
    ),
  );

const testOf = (items: readonly CarriedItem[], { id, title }: Heading): XmlElement =>
  element(
    'qti-assessment-test',
    { identifier: qtiName(id), title },
    element(
      'qti-test-part',
      { identifier: 'part', 'navigation-mode': 'nonlinear', 'submission-mode': 'individual' },
      element(
        'qti-assessment-section',
        { identifier: 'section', title, visible: 'true' },
        ...items.map((item) =>
          element('qti-assessment-item-ref', { identifier: qtiName(item.id), href: pathOf(item) }),
        ),
      ),
    ),
  );
