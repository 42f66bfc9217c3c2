/** What the rest of the main process uses of `alerts`. */

export type { AlertService, RaisedAlert } from './alert.service';
export { startAlertTimer } from './alert-timer';
export { type Words, wordsOf, wordsOfMany } from './alert-words';
export { alertsProcedures } from './alerts.procedures';
export { createAlerts } from './alerts-services';
export { alertsEntities } from './entities';
