/** What the rest of the main process uses of `settings`. */

export { SettingsService } from './settings.service';
export { mustBeSound } from './settings-rules';
