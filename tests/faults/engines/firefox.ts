import type { Page } from '@playwright/test';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { until } from '../until.ts';

import { connectBidi } from './bidi.ts';
import type { Bidi } from './bidi.ts';
import type { Engine, EnginePage, RunningBrowser } from './engine.ts';
import { end, findProgram, gone, spawnGroup } from './process.ts';

/** Firefox by WebDriver BiDi, without anything between. */
export const firefox: Engine = {
  id: 'firefox',
  stores: {
    database: 'storage/default/*/idb',
    journal: 'storage/default/*/fs',
    notes: 'storage/default/*/ls',
  },
  clearsDamagedSites: true,
  missing: async () =>
    program() ? undefined : 'Firefox is not installed (Debian: firefox-esr), or set FIREFOX_PATH',
  start,
  empty: async () => {
    const { bidi } = await sharedBrowser();
    const { userContext } = (await bidi.send('browser.createUserContext', {})) as { userContext: string };
    return {
      newPage: () => newPage(bidi, { userContext }),
      close: async () => void (await bidi.send('browser.removeUserContext', { userContext })),
    };
  },
  close: async () => {
    const running = await shared;
    shared = undefined;
    if (!running) return;
    await end(running.child);
    rmSync(running.profile, { recursive: true, force: true, maxRetries: 3 });
  },
};

const program = (): string | undefined => process.env.FIREFOX_PATH ?? findProgram(['firefox-esr', 'firefox']);

/** A profile that was killed comes up without a question, and nothing is fetched from anywhere. */
const preferences: Readonly<Record<string, string | number | boolean>> = {
  'app.normandy.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'browser.sessionstore.resume_from_crash': false,
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.startup.max_resumed_crashes': -1,
};

interface Started {
  readonly child: ChildProcess;
  readonly bidi: Bidi;
  readonly profile: string;
}

let shared: Promise<Started> | undefined;

/** One browser for all faults that need no disk: each device is one of its containers. */
function sharedBrowser(): Promise<Started> {
  shared ??= launch(mkdtempSync(join(tmpdir(), 'harmattan-firefox-')));
  return shared;
}

async function launch(profile: string, env?: NodeJS.ProcessEnv): Promise<Started> {
  mkdirSync(profile, { recursive: true });
  const lines = Object.entries(preferences).map(
    (entry) => `user_pref(${entry.map((part) => JSON.stringify(part)).join()});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const addressFile = join(profile, 'WebDriverBiDiServer.json');
  rmSync(addressFile, { force: true });
  const args = [
    '--headless',
    '--no-remote',
    '--profile',
    profile,
    '--remote-debugging-port',
    '0',
    'about:blank',
  ];
  const child = spawnGroup(program() ?? 'firefox', args, { env: { MOZ_CRASHREPORTER_DISABLE: '1', ...env } });
  const address = await until(() => existsSync(addressFile) && addressIn(readFileSync(addressFile, 'utf8')));
  if (!address) throw new Error('Firefox did not start');
  const bidi = await connectBidi(`${address}/session`);
  await bidi.send('session.new', { capabilities: {} });
  return { child, bidi, profile };
}

/** The file may be seen before it is whole. */
function addressIn(json: string): string | false {
  const match = /"ws_host":\s*"([^"]+)".*"ws_port":\s*(\d+)/s.exec(json);
  return match ? `ws://${match[1]}:${match[2]}` : false;
}

async function start(profile: string, env?: NodeJS.ProcessEnv): Promise<RunningBrowser> {
  const { child, bidi } = await launch(profile, env);
  return {
    page: await newPage(bidi, {}),
    another: () => newPage(bidi, {}),
    kill: () => end(child),
    quit: async () => {
      await bidi.send('browser.close', {}).catch(() => undefined); // it may be gone before it answers
      await gone(child, 20_000);
      await end(child);
    },
  };
}

interface Called {
  readonly type: 'success' | 'exception';
  readonly result?: { readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
}

async function newPage(bidi: Bidi, where: { readonly userContext?: string }): Promise<EnginePage> {
  const { context } = (await bidi.send('browsingContext.create', { type: 'tab', ...where })) as {
    context: string;
  };
  const evaluate = async (work: unknown, arg?: unknown): Promise<unknown> => {
    const { result, exceptionDetails } = (await bidi.send('script.callFunction', {
      functionDeclaration: `async (json) => JSON.stringify(await (${String(work)})(JSON.parse(json)))`,
      arguments: [{ type: 'string', value: JSON.stringify(arg ?? null) }],
      awaitPromise: true,
      target: { context },
    })) as Called;
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result?.value === undefined ? undefined : JSON.parse(result.value);
  };
  return {
    evaluate: evaluate as Page['evaluate'],
    goto: (url) => bidi.send('browsingContext.navigate', { context, url, wait: 'complete' }),
    close: async () => void (await bidi.send('browsingContext.close', { context })),
  };
}
