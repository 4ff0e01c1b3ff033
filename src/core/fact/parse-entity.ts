import { entityKinds } from './entity.ts';
import type { Entity } from './entity.ts';
import {
  flawless,
  readFlag,
  readList,
  readOneOf,
  readOptional,
  readRecord,
  readText,
  readTexts,
} from './parse-record.ts';
import type { Raw } from './parse-record.ts';
import { readCoordinates } from './parse-place.ts';
import { readId } from './parse-value.ts';
import type { EntityId } from './value.ts';

const keys = [
  'id',
  'kind',
  'name',
  'article',
  'adjective',
  'plural',
  'aliases',
  'description',
  'overlaps',
  'coordinates',
] as const;

/** Reads one entry of entities.yaml. */
export function parseEntity(raw: Raw): Entity | undefined {
  return flawless(raw, () => {
    const field = readRecord(raw, keys);
    return {
      id: readId<EntityId>(field.id),
      kind: readOneOf(field.kind, entityKinds),
      name: readText(field.name),
      article: field.article.value === undefined ? '' : readText(field.article),
      ...readOptional('adjective', field.adjective, readText),
      plural: readFlag(field.plural),
      aliases: readTexts(field.aliases),
      description: readText(field.description),
      overlaps: readList(field.overlaps).map((overlap) => readId<EntityId>(overlap)),
      ...readOptional('coordinates', field.coordinates, readCoordinates),
    };
  });
}
