import { z } from 'zod';

/** Trusted Types (W3C), where a browser has them: what turns text into code or markup asks here first. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: {
      createHTML(text: string): string | null;
      createScript(text: string): string | null;
      createScriptURL(address: string): string | null;
    },
  ): unknown;
}

/**
 * Sets the one policy that the content security policy allows. Mantine writes style sheets as HTML, which have no
 * elements in them; scripts come from this window's own origin. Anything else is refused by the browser.
 */
(globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('default', {
  createHTML: (text) => (text.includes('<') ? null : text),
  createScript: () => null,
  createScriptURL: (address) => (new URL(address, location.href).origin === location.origin ? address : null),
});

// Zod would otherwise try out whether it may make code, which is refused and reported.
z.config({ jitless: true });
