import type { Format } from '../format.ts';
import { qtiAbilities } from '../qti-abilities.ts';
import { qti21 as dialect } from '../qti-dialect.ts';
import { qtiPackage } from '../qti-package.ts';

/** A package of IMS QTI 2.1 (www.1edtech.org/standards/qti), which learning platforms and item banks exchange. */
export const qti21: Format = {
  id: 'qti21',
  ending: 'qti21.zip',
  mime: 'application/zip',
  can: qtiAbilities,
  write: (items, heading) => qtiPackage(items, heading, dialect),
};
