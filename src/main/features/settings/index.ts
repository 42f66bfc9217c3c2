/** The part of `settings` that the rest of the main process uses. */

export { settingsEntities } from './entities';
export { settingsProcedures } from './settings.procedures';
export type { SettingsService } from './settings.service';
export { assertSound } from './settings-rules';
export { createSettings } from './settings-services';
