import { execFile, spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';

/** Several pipes full of items, and quicker to make than those of the large topic. */
const items = ['items', '--topic', 'sahel-geography', '--json'];
const program = 'src/cli/harmattan.mjs';
const call = (...args: string[]) =>
  spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });

describe('harmattan', () => {
  test('writes whole items into a pipe, the same bytes twice, and nothing else', () => {
    const [first, second] = [call(...items), call(...items)];
    expect(first.status).toBe(0);
    expect(first.stderr).toBe('');
    expect(first.stdout === second.stdout).toBe(true);
    const lines = first.stdout.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThanOrEqual(600);
    for (const line of lines) expect(JSON.parse(line)).toHaveProperty('id');
  }, 60_000);

  test('writes complaints to stderr with exit code 2', () => {
    const { status, stdout, stderr } = call('itms');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^There is no command "itms".*\n$/);
  }, 60_000);

  test('ends quietly when its reader goes away', async () => {
    const child = execFile(process.execPath, [program, ...items]);
    child.stdout?.once('data', () => child.stdout?.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(0);
  }, 60_000);
});
