import { readdirSync, readFileSync } from 'node:fs';

/**
 * Slows a browser's pages down with all of their workers, by stopping their processes most of the time (Linux). Gives
 * back what ends it.
 * @param {string} folder the browser's @param {number} slowdown
 */
export function slowedAll(folder, slowdown) {
  const pids = pagesOf(folder).map(Number);
  /** @param {'SIGSTOP' | 'SIGCONT'} signal */
  const send = (signal) => pids.forEach((pid) => signalTo(pid, signal));
  let isOver = false;
  const turn = () => {
    if (isOver) return;
    send('SIGSTOP');
    setTimeout(
      () => {
        send('SIGCONT');
        setTimeout(turn, 10);
      },
      10 * (slowdown - 1),
    );
  };
  turn();
  return () => {
    isOver = true;
    send('SIGCONT');
  };
}

/** @param {number} pid @param {'SIGSTOP' | 'SIGCONT'} signal */
function signalTo(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended.
  }
}

/** @param {string} folder @param {string} pid */
function isPageOf(folder, pid) {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return command.includes('--type=renderer') && command.includes(folder);
  } catch {
    return false;
  }
}

/** @param {string} folder */
const pagesOf = (folder) => readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && isPageOf(folder, pid));

/** The most memory that a process of the browser's pages, workers included, has had, in MB (Linux). @param {string} folder */
export const peakMegabytes = (folder) =>
  Math.max(
    ...pagesOf(folder).map(
      (pid) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    ),
  );
