/** What the rest of the main process uses of `settings`. */

export { settingsEntities } from './entities';
export { SettingsService } from './settings.service';
export { assertSound } from './settings-rules';
