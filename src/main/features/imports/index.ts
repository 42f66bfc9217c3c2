/** What the rest of the main process uses of `imports`. */

export { importsEntities } from './entities';
export { importsProcedures } from './imports.procedures';
export { createImports } from './imports-services';
