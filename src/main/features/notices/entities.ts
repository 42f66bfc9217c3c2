import { NoticeEntity } from './notice.entity';
import { NoticeChoiceEntity } from './notice-choice.entity';
import { SecretEntity } from './secret.entity';

/** The tables of `notices`. */
export const noticesEntities = [SecretEntity, NoticeChoiceEntity, NoticeEntity];
