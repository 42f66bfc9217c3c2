/** The part of `notices` that the rest of the main process uses. */

export { noticesEntities } from './entities';
export { noticesProcedures } from './notices.procedures';
export { createNotices } from './notices-services';
