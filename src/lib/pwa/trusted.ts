interface ScriptPolicy {
  createScriptURL(address: string): string;
}

/** Trusted Types are not in every browser, nor in TypeScript's DOM yet. */
declare global {
  interface Window {
    readonly trustedTypes?: {
      createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
    };
  }
}

let policy: ScriptPolicy | undefined;

/**
 * The content policy lets a page start a script only from an address that passed here: one of this app's own.
 * The name is listed in svelte.config.js.
 */
export function trustedScript(address: string): string {
  policy ??= window.trustedTypes?.createPolicy('harmattan-script', { createScriptURL: ownAddress });
  return policy ? policy.createScriptURL(address) : ownAddress(address);
}

function ownAddress(address: string): string {
  const { href, origin } = new URL(address, location.href);
  if (origin !== location.origin) throw new RangeError(`Cannot trust "${address}": it is of another origin`);
  return href;
}
