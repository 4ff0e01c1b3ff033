import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { controls } from './controls.ts';
import { faults } from './faults/index.ts';

test.each(controls)(
  'the control $id breaks what is there, and some fault must find it',
  ({ spots = [], ...control }) => {
    const ids = faults.map(({ id }) => id);
    expect(control.faults.filter((id) => !ids.includes(id))).toEqual([]);
    expect(spots.length + Number(control.worker !== undefined)).toBeGreaterThan(0);
    for (const { file, from } of spots) expect(readFileSync(file, 'utf8').split(from), file).toHaveLength(2);
  },
);
