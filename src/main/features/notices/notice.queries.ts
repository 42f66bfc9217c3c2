import { nameOf } from '#main/platform/database/person-name';
import { ListQuery } from '#main/platform/lists/list-query';
import type { Connection, Reader, Tx } from '#main/platform/work/connections';
import type { Notice, NoticeChannel, NoticeState } from '#shared/contract/notices';

/** A notice to send. */
export interface DueNotice {
  id: number;
  alertId: number;
  accountId: number | null;
  channel: NoticeChannel;
  address: string;
  title: string;
  body: string;
  tries: number;
  createdAt: number;
}

interface NewNotice {
  alertId: number;
  accountId: number | null;
  channel: NoticeChannel;
  address: string;
  title: string;
  body: string;
  now: number;
}

export interface Choice {
  accountId: number;
  role: 'admin' | 'manager' | 'storekeeper' | 'cashier' | 'customer';
  email: string | null;
  mail: 0 | 1;
  slack: 0 | 1;
}

interface NoticeRow extends Omit<Notice, 'person'> {
  personId: number | null;
  personName: string | null;
}

const CHOICE = `SELECT a.id AS accountId, a.role, a.email, COALESCE(c.mail, 0) AS mail, COALESCE(c.slack, 0) AS slack`;

const NOTICE = `SELECT n.id, n.alert_id AS alertId, n.title, n.channel, n.account_id AS personId,
    ${nameOf('a')} AS personName, n.address, n.state, n.tries, n.created_at AS createdAt,
    n.next_try_at AS nextTryAt, n.sent_at AS sentAt, n.problem
  FROM notice n LEFT JOIN account a ON a.id = n.account_id`;

/** Notices, newest first. */
export function noticeList(reader: Reader): ListQuery<{ state?: NoticeState | undefined }, NoticeRow> {
  return new ListQuery(reader, {
    select: NOTICE,
    from: 'FROM notice n',
    order: 'n.id DESC',
    conditions: ({ state }) => [state !== undefined && 'n.state = @state'],
    values: (filter) => filter,
  });
}

/** Read access to notices and people's choices. */
export function noticeReads(connection: Connection) {
  const one = connection.prepare<[number], NoticeRow>(`${NOTICE} WHERE n.id = ?`);
  return {
    /**
     * The notices to send now, the one waiting longest first. A wait longer than the longest possible is left from a
     * clock that was set back, and counts as over.
     */
    due: connection.prepare<{ now: number; longestWaitMs: number; limit: number }, DueNotice>(
      `SELECT id, alert_id AS alertId, account_id AS accountId, channel, address, title, body, tries,
         created_at AS createdAt
       FROM notice WHERE state = 'waiting'
         AND (next_try_at <= @now OR next_try_at > CAST(@now + @longestWaitMs AS INTEGER))
       ORDER BY next_try_at LIMIT @limit`,
    ),
    one: (id: number): Notice | undefined => {
      const row = one.get(id);
      return row && toNotice(row);
    },
    choice: connection.prepare<[number], Choice>(
      `${CHOICE} FROM account a LEFT JOIN notice_choice c ON c.account_id = a.id WHERE a.id = ?`,
    ),
    /** Everyone who chose to be notified of alerts and whose account is active. */
    choosers: connection.prepare<[], Choice>(
      `${CHOICE} FROM notice_choice c JOIN account a ON a.id = c.account_id
       WHERE (c.mail = 1 OR c.slack = 1) AND a.active = 1 AND a.deleted_at IS NULL ORDER BY a.id`,
    ),
  };
}

/** The statements that add notices, record how they were sent, and store people's choices. */
export function noticeWrites(tx: Tx) {
  return {
    /** Adds a notice; an existing one for the same alert, person and channel stays unchanged. */
    add: tx.prepare<[NewNotice]>(
      `INSERT INTO notice (alert_id, account_id, channel, address, title, body, created_at, next_try_at)
       VALUES (@alertId, @accountId, @channel, @address, @title, @body, @now, @now) ON CONFLICT DO NOTHING`,
    ),
    sent: tx.prepare<[number, number]>(
      `UPDATE notice SET state = 'sent', tries = tries + 1, sent_at = ?, next_try_at = NULL, problem = '' WHERE id = ?`,
    ),
    failed: tx.prepare<[NoticeState, number | null, string, number]>(
      'UPDATE notice SET state = ?, tries = tries + 1, next_try_at = ?, problem = ? WHERE id = ?',
    ),
    again: tx.prepare<[number, number]>(
      `UPDATE notice SET state = 'waiting', next_try_at = ? WHERE id = ? AND state <> 'sent'`,
    ),
    choose: tx.prepare<[number, number, number]>(
      `INSERT INTO notice_choice (account_id, mail, slack) VALUES (?, ?, ?)
       ON CONFLICT (account_id) DO UPDATE SET mail = excluded.mail, slack = excluded.slack`,
    ),
  };
}

export function toNotice({ personId, personName, ...row }: NoticeRow): Notice {
  return { ...row, person: personId === null ? null : { id: personId, name: personName ?? '' } };
}
