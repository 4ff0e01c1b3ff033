import type { Fault } from '../fault.ts';
import { clock } from './clock.ts';
import { codes } from './codes.ts';
import { contract } from './contract.ts';
import { changeCopy, flip, flipCopy, remove1, removePair, truncate } from './damage.ts';
import { clone, exchange } from './exchange.ts';
import { full } from './full.ts';
import { kill } from './kill.ts';
import { killSwitch } from './kill-switch.ts';
import { importMutants } from './mutants.ts';
import { offline } from './offline.ts';
import { power } from './power.ts';
import { quota } from './quota.ts';
import { snapshot } from './snapshot.ts';
import { network, oldChunks, precache } from './release.ts';
import { tabs } from './tabs.ts';
import { update } from './update.ts';
import { blockedUpgrade, newerSchema } from './upgrade.ts';

/** Every fault of the campaign; a new one is a file and a line here. */
export const faults: readonly Fault[] = [
  contract,
  kill,
  power,
  flip,
  truncate,
  remove1,
  removePair,
  flipCopy,
  changeCopy,
  snapshot,
  quota,
  full,
  tabs,
  blockedUpgrade,
  newerSchema,
  clock,
  exchange,
  codes,
  clone,
  importMutants,
  update,
  precache,
  oldChunks,
  killSwitch,
  network,
  offline,
];
