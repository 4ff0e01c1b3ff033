import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { run, runPackage } from './run.js';

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const debianPackages = ['chromium', 'fonts-noto-core', 'fonts-noto-color-emoji'];

/**
 * The path of a Chromium that starts. Searches the machine first, then lets Playwright download one, then, as root on
 * a Debian, installs the distribution's.
 * @returns {Promise<string>}
 */
export async function findBrowser() {
  const found = (await installed()) ?? (await downloaded()) ?? (await fromDebian());
  if (found) return found;
  throw new Error('Found no Chromium and could not install one: install it, or set CHROMIUM_PATH to its program');
}

async function installed() {
  const named = process.env.CHROMIUM_PATH;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return firstThatStarts([...(named ? [named] : []), ...candidates, await playwrightPath()]);
}

async function downloaded() {
  console.log('        no Chromium here; asking Playwright for one ...');
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '20000' };
  await runPackage('playwright', ['install', 'chromium'], { env, timeoutMs: 180_000 });
  return firstThatStarts([await playwrightPath()]);
}

async function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log("        that did not work; installing Debian's Chromium ...");
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['-qq', 'update'], { env });
  await run('apt-get', ['-qq', '-y', 'install', '--no-install-recommends', ...debianPackages], { env });
  return firstThatStarts(commands.map((command) => join('/usr/bin', command)));
}

async function playwrightPath() {
  const { chromium } = await import('@playwright/test');
  return chromium.executablePath();
}

/** @param {readonly string[]} candidates */
async function firstThatStarts(candidates) {
  for (const path of candidates) {
    if (existsSync(path) && (await run(path, ['--version'], { timeoutMs: 20_000 })).ok) return path;
  }
  return undefined;
}
