import { readdirSync, readFileSync } from 'node:fs';

/**
 * Slows a browser's pages down with all of their workers, by stopping their processes most of the time (Linux). Gives
 * back what ends it.
 * @param {string} folder the browser's @param {number} slowdown
 */
export function slowedAll(folder, slowdown) {
  const pids = readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid) && isPageOf(folder, pid))
    .map(Number);
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
