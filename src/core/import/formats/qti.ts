import { textOf } from '../../file/utf8.ts';
import { allIn, readXml } from '../../file/xml-read.ts';
import type { XmlElement } from '../../file/xml-write.ts';
import type { ArchiveFile } from '../../guard/reader.ts';
import { refused } from '../../result.ts';
import { deckFile } from '../deck-file.ts';
import type { Draft, ReadDeck } from '../deck-file.ts';
import { titleFromName } from '../import-format.ts';
import type { ImportFormat } from '../import-format.ts';
import { qtiDraft } from '../qti-draft.ts';
import { olderNames } from '../qti-names.ts';

/** A package of QTI 2.1, 2.2 or 3.0: its items in the order of the manifest. */
export const qti: ImportFormat = { id: 'qti', takes: 'archive', read };

function read(files: readonly ArchiveFile[], name: string): ReadDeck {
  const documents = new Map(
    files.filter(({ path }) => path.endsWith('.xml')).map((file) => [file.path, file]),
  );
  const manifest = rootOf(documents.get('imsmanifest.xml'));
  if (!manifest) return refused({ type: 'not-this-format' });
  const named = allIn(manifest, 'resource').map((resource) => ({
    path: pathOf(resource.attributes.href),
    tags: allIn(resource, 'string').map(({ children: [text] }) => (typeof text === 'string' ? text : '')),
  }));
  const drafts: Draft[] = [];
  let title = titleFromName(name);
  for (const { path, tags } of named) {
    const root = rootOf(documents.get(path));
    if (root?.name === 'assessmentTest') title = String(root.attributes.title ?? '') || title;
    if (root?.name === 'assessmentItem') drafts.push({ ...qtiDraft(root), tags });
    // A file that is no XML is an item that cannot be read.
    if (!root && documents.has(path)) drafts.push({ name: path, stem: '', body: undefined });
  }
  return deckFile(title, drafts);
}

function rootOf(file: ArchiveFile | undefined): XmlElement | undefined {
  const read = file && readXml(textOf(file.bytes));
  return read?.ok ? olderNames(read.value) : undefined;
}

const pathOf = (href: string | number | undefined): string => String(href ?? '').replace(/^\.\//, '');
