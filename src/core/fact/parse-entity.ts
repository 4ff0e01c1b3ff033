import { entityKinds } from './entity.ts';
import type { Entity } from './entity.ts';
import {
  flawless,
  readFlag,
  readList,
  readNumber,
  readOneOf,
  readOptional,
  readRecord,
  readText,
  readTexts,
  refuse,
} from './parse-record.ts';
import type { Raw } from './parse-record.ts';
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

function readCoordinates(raw: Raw): readonly [number, number] {
  const [longitude = 0, latitude = 0, ...rest] = readList(raw).map(readNumber);
  const pair = Array.isArray(raw.value) && raw.value.length === 2 && rest.length === 0;
  if (pair && Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90) return [longitude, latitude];
  return refuse(raw, [0, 0], {
    code: 'wrong-type',
    message: `${JSON.stringify(raw.value)} is not a place on Earth`,
    remedy: 'write [longitude, latitude] in degrees, such as [2.11, 13.51]',
  });
}
