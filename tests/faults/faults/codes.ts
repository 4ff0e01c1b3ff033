import type { Page } from '@playwright/test';

import type { Random } from '#core/item/random.ts';

import { choose, copyWith } from '../../e2e/history.ts';
import { reviewsIn } from '../../e2e/sitting.ts';
import { randomBelow } from '../chance.ts';
import { sharedBrowser } from '../engines/chromium.ts';
import type { Fault } from '../fault.ts';
import { onSite } from '../site.ts';

/** A log goes by codes from screen to camera, which misses some and sees others askew: all of it arrives, once. */
export const codes: Fault = {
  id: 'codes',
  title: 'a log goes from screen to camera, which misses codes',
  only: 'chromium',
  run: (bench, random) =>
    onSite(bench, async (site) => {
      const { page, address } = site;
      const laptop = await (await sharedBrowser()).newContext();
      try {
        await page.goto(`${address}/settings/`);
        await choose(page, copyWith(5 + randomBelow(random, 90)));
        await restore(page);
        await site.remember();
        const other = await laptop.newPage();
        await other.addInitScript(simulateCamera);
        await other.goto(`${address}/settings/`);
        await page.getByRole('button', { name: 'Show as codes' }).click();
        await other.getByRole('button', { name: 'Scan codes' }).click();
        if (await film(page, other, random)) await restore(other);
        else site.also({ kind: 'stuck', what: 'the camera saw no whole copy' });
        const [sent, arrived] = [await reviewsIn(page), await reviewsIn(other)];
        if (JSON.stringify(sent) !== JSON.stringify(arrived))
          site.also({ kind: 'lost', what: `${arrived.length} of ${sent.length} arrived` });
        return await site.judged();
      } finally {
        await laptop.close();
      }
    }),
};

async function restore(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await page
    .locator('#main')
    .getByText(/^Restored/)
    .waitFor();
}

/** Holds one device's camera before the other's screen; whether it saw all it needs. */
async function film(from: Page, to: Page, random: Random): Promise<boolean> {
  for (let look = 0; look < 300; look += 1) {
    const picture = await from.getByRole('dialog').getByRole('img').screenshot();
    const isLost = random() < 0.3;
    const pose = { turned: random() - 0.5, high: 480 + randomBelow(random, 200), isLost };
    await to.evaluate(holdPicture, { picture: picture.toString('base64'), ...pose });
    await to.waitForTimeout(150);
    if (await to.getByText('Restore from this copy?').isVisible()) return true;
  }
  return false;
}

/** Runs before the page: its camera films a canvas. */
function simulateCamera(): void {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [1280, 720];
  Object.assign(window, { filmed: canvas });
  navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(15);
}

interface Held {
  readonly picture: string;
  readonly turned: number;
  readonly high: number;
  readonly isLost: boolean;
}

/** Runs in the page: what its camera sees next, a picture that is turned a little, or the wall. */
async function holdPicture({ picture, turned, high, isLost }: Held): Promise<void> {
  const canvas: HTMLCanvasElement = Reflect.get(window, 'filmed');
  const context = canvas.getContext('2d');
  if (!context) throw new TypeError('Draw where there is a canvas');
  context.resetTransform();
  context.fillStyle = '#888';
  context.fillRect(0, 0, canvas.width, canvas.height);
  if (isLost) return;
  const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes]));
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate(turned / 4);
  context.drawImage(image, -high / 2, -high / 2, high, high);
}
