import type { Locator, Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';

const [width, height] = [1280, 720];

/** What the browser takes for a camera: it plays this film, which a test writes before the camera is opened. */
export const cameraFlags = (film: string): readonly string[] => [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  `--use-file-for-fake-video-capture=${film}`,
];

/** Holds before the camera what is on a screen: a picture of it, on grey ground, as a film of one frame (YUV4MPEG2). */
export async function hold(what: Locator, film: string): Promise<Buffer> {
  const picture = await what.screenshot();
  const grey = await greyOf(what.page(), picture.toString('base64'));
  const colour = Buffer.alloc((width * height) / 2, 128);
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420mpeg2\n`);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), Buffer.from(grey, 'base64'), colour]);
  writeFileSync(film, Buffer.concat([head, frame, frame]));
  return picture;
}

/** The levels of grey of a camera's frame that shows the picture 600 pixels high. */
async function greyOf(page: Page, picture: string): Promise<string> {
  return page.evaluate(
    async ({ source, wide, high }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${source}`;
      await image.decode();
      const canvas = new OffscreenCanvas(wide, high);
      const context = canvas.getContext('2d');
      if (!context) throw new TypeError('Draw where there is a canvas');
      context.fillStyle = '#888';
      context.fillRect(0, 0, wide, high);
      const scale = 600 / image.height;
      const across = image.width * scale;
      context.drawImage(image, (wide - across) / 2, 60, across, 600);
      const { data } = context.getImageData(0, 0, wide, high);
      let text = '';
      for (let at = 0; at < data.length; at += 4) text += String.fromCharCode(data[at] ?? 0);
      return btoa(text);
    },
    { source: picture, wide: width, high: height },
  );
}
