import { registerHooks } from 'node:module';
import { isMainThread } from 'node:worker_threads';

/**
 * Lets Node resolve imports between source files as the bundler does: relative ones are written without an extension.
 * For the threads of the product, which in tests run from the sources; vitest itself needs none.
 */
if (!isMainThread) {
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const isSource = specifier.startsWith('.') && context.parentURL?.endsWith('.ts');
      return nextResolve(
        isSource && !/\.(ts|m?js|json)$/.test(specifier) ? `${specifier}.ts` : specifier,
        context,
      );
    },
  });
}
