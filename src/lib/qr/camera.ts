import { pixelsOf } from './picture.ts';
import { readQr } from './read.ts';

/** Why the camera does not show anything. */
export type CameraProblem = 'denied' | 'missing' | 'busy';

const frameEdge = 1280;
/** Between two looks: a phone has other things to do too. */
const pauseMs = 120;

/**
 * Shows the camera in a video element and calls back with every QR code in it, again and again until it is stopped.
 * Nothing leaves the device.
 */
export async function scan(
  video: HTMLVideoElement,
  found: (text: string) => void,
): Promise<{ readonly stop: () => void } | { readonly problem: CameraProblem }> {
  const stream = await open();
  if (typeof stream === 'string') return { problem: stream };
  let isOver = false;
  video.srcObject = stream;
  await video.play().catch(() => undefined); // it was stopped at once
  const look = (): void => {
    if (isOver) return;
    const { videoWidth, videoHeight } = video;
    if (videoWidth > 0) {
      const text = readQr(pixelsOf(video, videoWidth, videoHeight, frameEdge));
      if (text !== undefined) found(text);
    }
    setTimeout(look, pauseMs);
  };
  look();
  return {
    stop: () => {
      isOver = true;
      for (const track of stream.getTracks()) track.stop();
      video.srcObject = null;
    },
  };
}

async function open(): Promise<MediaStream | CameraProblem> {
  if (!globalThis.navigator.mediaDevices) return 'missing';
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: 'environment', width: { ideal: frameEdge }, height: { ideal: 720 } },
    });
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
    return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'missing' : 'busy';
  }
}
