import { spawn } from 'node:child_process';

/** @typedef {{ show?: boolean, env?: Record<string, string>, timeoutMs?: number }} RunOptions */

/**
 * Runs a program to its end, its output shown or kept; never throws for a program that fails.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function run(program, args, { show = false, env = {}, timeoutMs } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      env: { ...process.env, ...env },
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
      // npm and npx are scripts on Windows.
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', (problem) => resolve({ ok: false, output: `${output}${problem.message}\n` }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

/**
 * Runs a command of an installed package, as `npx` would, without asking the network for it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runPackage(command, args, options) {
  return run('npm', ['exec', '--offline', '--', command, ...args], options);
}
