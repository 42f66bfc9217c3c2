/** The part of `imports` that the rest of the main process uses. */

export { importsEntities } from './entities';
export { importsProcedures } from './imports.procedures';
export { createImports } from './imports-services';
