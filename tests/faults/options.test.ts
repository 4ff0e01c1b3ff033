import { expect, test } from 'vitest';

import { engineIds } from './engines/engine.ts';
import { faults } from './faults/index.ts';
import { faultsIn, optionsOf } from './options.ts';

test('asks Chromium for every fault once where nothing is said', () => {
  const { browsers, named, chosen, runs } = optionsOf([]);
  expect({ browsers, named, runs }).toEqual({ browsers: ['chromium'], named: true, runs: 1 });
  expect(faultsIn('chromium', chosen)).toEqual(faults);
});

test('takes several browsers, or all that are there', () => {
  expect(optionsOf(['--browser', 'firefox,webkit']).browsers).toEqual(['firefox', 'webkit']);
  expect(optionsOf(['--browser=all'])).toMatchObject({ browsers: engineIds, named: false });
});

test('leaves out what only another browser can be made to do', () => {
  const ids = faultsIn('firefox', faults).map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(['contract', 'kill', 'flip', 'delete', 'tabs', 'power']));
  expect(ids).not.toContain('quota');
});

test.each([
  ['--browser', 'netscape'],
  ['--faults', 'kil'],
])('%s names what there is instead of %s', (option, name) => {
  expect(() => optionsOf([option, name])).toThrow(/Choose .*(?:firefox|kill)/);
});
