/** The newest entry of the log, also kept outside the database to detect entries that were cut off the end. */
export interface LogHead {
  id: number;
  /** In hexadecimal. */
  hash: string;
}

/** Stores the newest entry outside the database, once it is committed. */
export interface HeadKeeper {
  keepHead(head: LogHead): void;
}
