import { dayOfIso } from '#core/memory/day.ts';
import type { Day } from '#core/memory/day.ts';
import { defaultSettings } from '#lib/storage/settings.ts';
import type { Settings } from '#lib/storage/settings.ts';
import { applyLook } from './look.ts';

/** The learner's settings: shown at once, then kept. */
export class SettingsState {
  #current = $state.raw<Settings>(defaultSettings);
  readonly #keep: (settings: Settings) => Promise<void>;

  readonly examDay: Day | undefined = $derived(
    this.#current.examDay === undefined ? undefined : dayOfIso(this.#current.examDay),
  );

  constructor(keep: (settings: Settings) => Promise<void>) {
    this.#keep = keep;
  }

  get current(): Settings {
    return this.#current;
  }

  /** Takes over what storage holds. */
  show(settings: Settings): void {
    this.#current = settings;
    applyLook(settings);
  }

  async change(settings: Settings): Promise<void> {
    this.show(settings);
    await this.#keep(settings);
  }
}
