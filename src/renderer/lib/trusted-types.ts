import { z } from 'zod';

/** Trusted Types (W3C), where a browser supports them: text passes this policy before it becomes code or markup. */
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
 * Sets the only policy that the content security policy allows. Mantine writes style sheets as HTML without any
 * elements; scripts come from this window's own origin. The browser refuses anything else.
 */
(globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('default', {
  createHTML: (text) => (text.includes('<') ? null : text),
  createScript: () => null,
  createScriptURL: (address) => (new URL(address, location.href).origin === location.origin ? address : null),
});

// Otherwise Zod would test whether it may generate code, which would be refused and reported.
z.config({ jitless: true });
