import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { controls } from './controls.ts';
import { engineIds } from './engines/engine.ts';
import { faults } from './faults/index.ts';
import { faultsIn } from './options.ts';

test.each(controls)(
  'the control $id breaks what is there, and some fault must find it',
  ({ spots = [], ...control }) => {
    const ids = faults.map(({ id }) => id);
    expect(control.faults.filter((id) => !ids.includes(id))).toEqual([]);
    expect(spots.length + Number(control.worker !== undefined)).toBeGreaterThan(0);
    for (const { file, from } of spots) expect(readFileSync(file, 'utf8').split(from), file).toHaveLength(2);
  },
);

test.each(engineIds)('every build that is broken in %s can be found out there', (engine) => {
  const ids = faultsIn(engine, faults).map(({ id }) => id);
  for (const { id, faults: able, wholeIn = [] } of controls)
    expect(wholeIn.includes(engine) || able.some((fault) => ids.includes(fault)), id).toBe(true);
});
