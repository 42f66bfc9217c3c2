import { LogEntryEntity } from './log-entry.entity';
import { LogPersonalEntity } from './log-personal.entity';
import { LogSegmentEntity } from './log-segment.entity';

/** The tables of the log. */
export const logEntities = [LogEntryEntity, LogPersonalEntity, LogSegmentEntity];
