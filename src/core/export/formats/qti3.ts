import type { Format } from '../format.ts';
import { qtiAbilities } from '../qti-abilities.ts';
import { qti30 as dialect } from '../qti-dialect.ts';
import { qtiPackage } from '../qti-package.ts';

/** A package of IMS QTI 3.0 (www.1edtech.org/standards/qti), which learning platforms and item banks exchange. */
export const qti3: Format = {
  id: 'qti3',
  ending: 'qti3.zip',
  mime: 'application/zip',
  can: qtiAbilities,
  write: (items, heading) => qtiPackage(items, heading, dialect),
};
