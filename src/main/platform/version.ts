import { version } from '../../../package.json';

/** The version of this Tillroom, such as 0.1.0. */
export const VERSION = version;
