/** The part of `alerts` that the rest of the main process uses. */

export { startAlertTimer } from './alert-timer';
export type { AlertWatch, RaisedAlert } from './alert-watch';
export { type Words, wordsOf, wordsOfMany } from './alert-words';
export { alertsProcedures } from './alerts.procedures';
export { createAlerts } from './alerts-services';
export { alertsEntities } from './entities';
