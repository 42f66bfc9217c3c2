import { ReceiptTextEntity } from './receipt-text.entity';
import { SettingEntity } from './setting.entity';

/** The tables of `settings`. */
export const settingsEntities = [SettingEntity, ReceiptTextEntity];
