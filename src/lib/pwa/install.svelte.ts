/** Chromium's event, in no standard yet. */
interface BeforeInstallPromptEvent extends Event {
  prompt(): Promise<void>;
  readonly userChoice: Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

/** `prompt`: the browser can install on a tap; `manual`: only the share menu can (iOS); `none`: nothing to offer. */
export type InstallOffer = 'none' | 'prompt' | 'manual';

/** Whether this app can be put on the home screen, and the tap that does it. */
export class InstallHint {
  #prompt = $state.raw<BeforeInstallPromptEvent>();
  #installed = $state(false);
  #manual = $state(false);

  get offer(): InstallOffer {
    if (this.#installed) return 'none';
    if (this.#prompt) return 'prompt';
    return this.#manual ? 'manual' : 'none';
  }

  /** Listens for the browser's offer; returns what ends it. Call it once, in the browser. */
  start(): () => void {
    this.#installed = matchMedia('(display-mode: standalone)').matches;
    this.#manual = isIos();
    const listeners = new AbortController();
    const { signal } = listeners;
    addEventListener('beforeinstallprompt', (event) => this.#keep(event), { signal });
    addEventListener('appinstalled', () => (this.#installed = true), { signal });
    return () => listeners.abort();
  }

  async install(): Promise<void> {
    const prompt = this.#prompt;
    // The browser accepts one use of each offer.
    this.#prompt = undefined;
    await prompt?.prompt();
  }

  #keep(event: Event): void {
    if (!isInstallPrompt(event)) return;
    event.preventDefault();
    this.#prompt = event;
  }
}

function isInstallPrompt(event: Event): event is BeforeInstallPromptEvent {
  return 'prompt' in event;
}

/** iPads call themselves Macs, but no Mac has a touch screen. */
function isIos(): boolean {
  const { userAgent, maxTouchPoints } = navigator;
  return /iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1);
}
