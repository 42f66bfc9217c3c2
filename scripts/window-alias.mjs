import { fileURLToPath } from 'node:url';

/**
 * The path of `#renderer/...`. package.json defines it too, with both extensions of the window's files; TypeScript
 * tries both, but other tools use only the first.
 */
export const windowAlias = { '#renderer': fileURLToPath(new URL('../src/renderer', import.meta.url)) };

/** In the form that dependency-cruiser reads. */
export default { resolve: { alias: windowAlias } };
