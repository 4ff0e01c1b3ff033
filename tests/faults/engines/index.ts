import { chromium } from './chromium.ts';
import type { Engine, EngineId } from './engine.ts';
import { firefox } from './firefox.ts';
import { webkit, webkitFiles } from './webkit.ts';

export const engines: Readonly<Record<EngineId, Engine>> = {
  chromium,
  firefox,
  webkit,
  'webkit-files': webkitFiles,
};
