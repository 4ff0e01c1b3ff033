import { parseArgs } from 'node:util';

import { engineIds } from './engines/engine.ts';
import type { EngineId } from './engines/engine.ts';
import type { Fault } from './fault.ts';
import { faults } from './faults/index.ts';

export interface Options {
  /** In the order in which they are tried. */
  readonly browsers: readonly EngineId[];
  /** Whether the browsers were asked for by name, and must be there. */
  readonly named: boolean;
  readonly chosen: readonly Fault[];
  readonly runs: number;
  readonly seed: number;
  readonly controls: boolean;
  /** Whether a slow start is a failure: not in the gate, for a busy machine is none. */
  readonly timed: boolean;
  /** How many runs go on at a time. */
  readonly jobs: number;
}

/** For the gate: one of each sort that takes little time, and the control that is found at once. */
const sample = [
  'contract',
  'kill',
  'flip',
  'delete',
  'tabs',
  'blocked-upgrade',
  'newer-schema',
  'clock',
  'exchange',
  'import',
  'snapshot',
];

/** Throws where a name is none, with those that are. */
export function optionsOf(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      browser: { type: 'string', default: 'chromium' },
      faults: { type: 'string' },
      runs: { type: 'string', default: '1' },
      seed: { type: 'string', default: '1' },
      jobs: { type: 'string', default: '2' },
      'no-controls': { type: 'boolean', default: false },
      sample: { type: 'boolean', default: false },
    },
  });
  const ids = values.faults?.split(',') ?? (values.sample ? sample : faults.map(({ id }) => id));
  return {
    browsers: values.browser === 'all' ? engineIds : values.browser.split(',').map(engineIdOf),
    named: values.browser !== 'all',
    chosen: ids.map(faultOf),
    runs: Number(values.runs),
    seed: Number(values.seed),
    controls: !values['no-controls'],
    jobs: Number(values.jobs),
    timed: !values.sample,
  };
}

function engineIdOf(name: string): EngineId {
  const id = engineIds.find((one) => one === name);
  if (!id) throw new RangeError(`Choose browsers among ${engineIds.join(', ')} or all, not "${name}"`);
  return id;
}

function faultOf(id: string): Fault {
  const fault = faults.find((one) => one.id === id);
  if (!fault)
    throw new RangeError(`Choose faults among ${faults.map((one) => one.id).join(', ')}, not "${id}"`);
  return fault;
}

/** The faults that can be brought about in a browser. */
export const faultsIn = (browser: EngineId, chosen: readonly Fault[]): readonly Fault[] =>
  chosen.filter(({ only }) => only === undefined || only === browser);
