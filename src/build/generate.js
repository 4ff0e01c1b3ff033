/* Writes what the type checker reads but nobody wrote: Kit's types and the compiled messages. */
import { compile } from '@inlang/paraglide-js';

import { messageOptions } from './messages.js';
import { runPackage } from './run.js';

await compile(messageOptions);
const { ok, output } = await runPackage('svelte-kit', ['sync']);
if (!ok) {
  console.error(output);
  process.exit(1);
}
