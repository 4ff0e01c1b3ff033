import { elementsIn, readXml, textIn } from '../../file/xml-read.ts';
import type { XmlElement } from '../../file/xml-write.ts';
import { refused } from '../../result.ts';
import { deckFile } from '../deck-file.ts';
import type { Draft, ReadDeck } from '../deck-file.ts';
import { lastPart, titleFromName } from '../import-format.ts';
import type { ImportFormat } from '../import-format.ts';
import { moodleBody, moodleText } from '../moodle-body.ts';
import { gapDrafts, hasGaps } from '../moodle-gaps.ts';

/** Moodle XML: every type of question that has a way of asking here. */
export const moodleXml: ImportFormat = {
  id: 'moodle-xml',
  takes: 'text',
  read,
};

function read(text: string, name: string): ReadDeck {
  const root = readXml(text);
  if (!root.ok) return refused({ type: 'not-this-format', line: root.problem.line });
  if (root.value.name !== 'quiz') return refused({ type: 'not-this-format' });
  const questions = elementsIn(root.value, 'question');
  const category = questions.find(({ attributes }) => attributes.type === 'category');
  const title = category && lastPart(textIn(category));
  const drafts = questions.filter(({ attributes }) => attributes.type !== 'category').flatMap(draftsOf);
  return deckFile(title || titleFromName(name), drafts);
}

function draftsOf(question: XmlElement): readonly Draft[] {
  const child = (name: string): XmlElement | undefined => elementsIn(question, name)[0];
  const stem = child('questiontext');
  const general = child('generalfeedback');
  const idnumber = child('idnumber');
  const name = idnumber && textIn(idnumber).trim();
  const tags = child('tags');
  const text = stem ? moodleText(stem) : '';
  const asked = hasGaps(question) ? gapDrafts(question, text) : [{ stem: text, body: moodleBody(question) }];
  return asked.map((draft, index) => ({
    ...(name && { name: asked.length > 1 ? `${name}-${index + 1}` : name }),
    ...draft,
    explanation: general ? moodleText(general) : '',
    tags: tags ? elementsIn(tags, 'tag').map(textIn) : [],
  }));
}
