import { fileURLToPath } from 'node:url';

/**
 * Where `#renderer/...` leads. package.json says it too, with both endings of the window's files; TypeScript tries both,
 * other tools take the first.
 */
export const windowAlias = { '#renderer': fileURLToPath(new URL('../src/renderer', import.meta.url)) };

/** In the form that dependency-cruiser reads. */
export default { resolve: { alias: windowAlias } };
