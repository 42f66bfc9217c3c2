/** Limits for a single connection and for all connections together. */
export interface ConnectionLimits {
  /** WebSockets without a live session; beyond that, a new one closes the least recently used one. */
  strangers: number;
  /** WebSockets of one session: its windows, and connections that closed windows left behind. */
  perSession: number;
  /** All WebSockets together. */
  total: number;
  /** Connections that are not (yet) WebSockets: requests for files, and idle connections. */
  requests: number;
  /** Concurrent calls of one connection; further ones wait. */
  callsAtOnce: number;
  /** Event streams of one connection, of which a window uses two; more close the connection. */
  streams: number;
  /** Unread bytes of answers above which no further call of the window is served. */
  unreadBytes: number;
  /** How long a window can leave its answers unread before its connection is closed, in milliseconds. */
  unreadMs: number;
  /** The interval at which connections are pinged, in milliseconds. */
  pingMs: number;
}

/** In total well below 1,024 open files, the limit per process on many systems. */
export const CONNECTION_LIMITS: ConnectionLimits = {
  strangers: 48,
  perSession: 24,
  total: 256,
  requests: 128,
  callsAtOnce: 32,
  streams: 16,
  unreadBytes: 1024 * 1024,
  unreadMs: 30_000,
  pingMs: 30_000,
};
