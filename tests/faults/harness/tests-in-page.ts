import { JestAsymmetricMatchers, JestChaiExpect, JestExtend, chai } from '@vitest/expect';
import type { ExpectStatic } from 'vitest';

/*
 * Stands in for `vitest` in a page: what a contract asks of it, so that the same tests run in a real browser.
 */

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);

export const expect = chai.expect as unknown as ExpectStatic;

type Work = () => unknown;

const tests: { readonly name: string; readonly work: Work }[] = [];
let names: readonly string[] = [];

export function describe(name: string, work: () => void): void {
  const before = names;
  names = [...names, name];
  work();
  names = before;
}

export function test(name: string, work: Work): void {
  tests.push({ name: [...names, name].join(' › '), work });
}

/** A test for every case, named for the first of its values. */
test.each =
  <T extends readonly unknown[]>(cases: readonly T[]) =>
  (name: string, work: (...values: T) => unknown): void => {
    for (const values of cases) test(name.replace('%s', String(values[0])), () => work(...values));
  };

/** What came of the tests of a page. */
export interface Outcome {
  readonly passed: number;
  /** A sentence each. */
  readonly failed: readonly string[];
}

/** Runs all of them one after another. */
export async function runTests(afterEach: () => void): Promise<Outcome> {
  const failed: string[] = [];
  for (const { name, work } of tests) {
    try {
      await work();
    } catch (error) {
      failed.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
    afterEach();
  }
  return { passed: tests.length - failed.length, failed };
}
