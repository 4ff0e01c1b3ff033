type Linked<K extends string> = { readonly id: string } & { readonly [P in K]: readonly string[] };

/** The records with every link of that key also in the other direction: who overlaps B is overlapped by B. */
export function withMutual<K extends string, T extends Linked<K>>(
  key: K,
  records: readonly T[],
): readonly T[] {
  const links = new Map(records.map((record) => [record.id, new Set<string>(record[key])]));
  for (const record of records) {
    for (const id of record[key]) links.get(id)?.add(record.id);
  }
  return records.map((record) => ({ ...record, [key]: [...(links.get(record.id) ?? [])] }));
}
