/** The newest entry of the log, as it is kept outside of the database: what is cut off the end of the log shows by it. */
export interface LogHead {
  id: number;
  /** In hexadecimal. */
  hash: string;
}

/** Keeps the newest entry outside of the database, once it is on disk there. */
export interface HeadKeeper {
  keepHead(head: LogHead): void;
}
