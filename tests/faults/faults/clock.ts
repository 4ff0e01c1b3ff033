import type { Page } from '@playwright/test';

import { oneOf, randomBelow } from '../chance.ts';
import { onDevices } from '../device.ts';
import { chromium } from '../engines/chromium.ts';
import type { Fault, Wrong } from '../fault.ts';

const zones = [
  'Africa/Niamey',
  'Europe/Paris',
  'America/New_York',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/St_Johns',
];
const hourMs = 3_600_000;
/** Both ends of summer time in the zones above that have it, and a night in between. */
const moments = [
  '2026-03-29T01:00Z',
  '2026-10-25T01:00Z',
  '2026-03-08T07:00Z',
  '2026-11-01T06:00Z',
  '2026-04-04T15:00Z',
  '2026-10-03T15:30Z',
  '2026-07-26T03:59Z',
];
const jumpsHours = [-87_600, -24, -3, -1, 1, 3, 24, 24 * 30, 87_600];

interface Written {
  readonly hlc: string;
  readonly dayKey: number;
  readonly wallUtcMs: number;
  readonly tzOffsetMin: number;
}

/** Travel, summer time and clocks that are wrong by hours to ten years never cost an answer nor change its day. */
export const clock: Fault = {
  id: 'clock',
  title: 'zones, edges of summer time and clocks that jump',
  only: 'chromium',
  run: (bench, random) =>
    onDevices({ ...bench, engine: chromium }, async ({ device, judged, also, server }) => {
      const phone = await device();
      let tab = await phone.tab();
      let nowMs = Date.parse(oneOf(random, moments)) + randomBelow(random, 4 * hourMs) - 2 * hourMs;
      for (let step = 0; step < 4; step += 1) {
        const end = await setClock(tab.page, oneOf(random, zones), nowMs);
        await tab.write(`step-${step}`, 3, 1);
        await end();
        nowMs += oneOf(random, jumpsHours) * hourMs;
        if (random() < 0.4) tab = await phone.tab();
      }
      const written: readonly Written[] = [...server.saved.values()].map((json) => JSON.parse(json));
      written.flatMap(wrongsOf).forEach(also);
      return judged(phone);
    }),
};

/** Gives back what ends the stay in the zone. */
async function setClock(page: Page, zone: string, nowMs: number): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTimezoneOverride', { timezoneId: zone });
  await page.clock.setFixedTime(nowMs);
  return () => session.detach();
}

/** The day is the local date four hours earlier; readings of the clock grow whatever it shows. */
function wrongsOf(
  { hlc, dayKey, wallUtcMs, tzOffsetMin }: Written,
  index: number,
  all: readonly Written[],
): readonly Wrong[] {
  const wrongs: Wrong[] = [];
  const day = Math.floor((wallUtcMs + tzOffsetMin * 60_000 - 4 * hourMs) / (24 * hourMs));
  if (day !== dayKey) wrongs.push({ kind: 'silent', what: `day ${dayKey}, not ${day}` });
  const before = all[index - 1];
  if (before && !(before.hlc < hlc))
    wrongs.push({ kind: 'silent', what: `clock reading ${hlc} after ${before.hlc}` });
  return wrongs;
}
