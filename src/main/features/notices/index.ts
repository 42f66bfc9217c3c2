/** What the rest of the main process uses of `notices`. */

export { noticesEntities } from './entities';
export { noticesProcedures } from './notices.procedures';
export { createNotices } from './notices-services';
