import { AlertEntity } from './alert.entity';
import { AlertSeenEntity } from './alert-seen.entity';
import { LocationThresholdEntity } from './location-threshold.entity';

/** The tables of `alerts`. */
export const alertsEntities = [LocationThresholdEntity, AlertEntity, AlertSeenEntity];
