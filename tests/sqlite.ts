import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, dirname } from 'node:path';
import sqlite3InitModule from '@sqlite.org/sqlite-wasm';

const folder = dirname(createRequire(import.meta.url).resolve('@sqlite.org/sqlite-wasm'));
// The package would fetch its program; in Node it is read from the disk. Its types do not know the option.
const options = { wasmBinary: readFileSync(join(folder, 'sqlite-wasm/jswasm/sqlite3.wasm')) };
const sqlite = await sqlite3InitModule(options as Parameters<typeof sqlite3InitModule>[0]);

/** Opens a database file with SQLite itself and asks it something. */
export function askSqlite(file: Uint8Array, sql: string): unknown[][] {
  const db = new sqlite.oo1.DB(':memory:');
  try {
    const { capi, wasm } = sqlite;
    const size = file.length;
    const memory = wasm.allocFromTypedArray(file);
    capi.sqlite3_deserialize(db, 'main', memory, size, size, capi.SQLITE_DESERIALIZE_FREEONCLOSE);
    return db.selectArrays(sql);
  } finally {
    db.close();
  }
}

/** A database file that SQLite itself makes by running statements. */
export function madeBySqlite(sql: string): Uint8Array {
  const db = new sqlite.oo1.DB(':memory:');
  try {
    db.exec(sql);
    return sqlite.capi.sqlite3_js_db_export(db);
  } finally {
    db.close();
  }
}
