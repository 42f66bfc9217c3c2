import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from './run-all';

/** What managers give a person or a role to do, and who saw and did it. */
export class TaskTables implements MigrationInterface {
  name = 'Tasks1790000000012';

  async up(queryRunner: QueryRunner): Promise<void> {
    await runAll(queryRunner, [
      `CREATE TABLE task (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('count','restock','check expiry','other')),
        text TEXT NOT NULL DEFAULT '',
        account_id INTEGER REFERENCES account(id),
        role TEXT CHECK (role IN ('admin','manager','storekeeper','cashier','customer')),
        due_on TEXT,
        product_id INTEGER REFERENCES product(id) ON DELETE SET NULL,
        category_id INTEGER REFERENCES category(id) ON DELETE SET NULL,
        location_id INTEGER REFERENCES location(id) ON DELETE SET NULL,
        from_location_id INTEGER REFERENCES location(id) ON DELETE SET NULL,
        state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open','done','cancelled')),
        seen_at INTEGER,
        seen_by_id INTEGER REFERENCES account(id),
        closed_at INTEGER,
        closed_by_id INTEGER REFERENCES account(id),
        remark TEXT NOT NULL DEFAULT '',
        created_at INTEGER NOT NULL,
        created_by_id INTEGER NOT NULL REFERENCES account(id),
        changed_by_id INTEGER NOT NULL REFERENCES account(id),
        version INTEGER NOT NULL DEFAULT 1,
        CHECK ((account_id IS NULL) <> (role IS NULL)),
        CHECK ((seen_at IS NULL) = (seen_by_id IS NULL)),
        CHECK ((state = 'open') = (closed_at IS NULL) AND (closed_at IS NULL) = (closed_by_id IS NULL))
      )`,
      `CREATE INDEX task_open_person ON task(account_id, due_on) WHERE state = 'open' AND account_id IS NOT NULL`,
      `CREATE INDEX task_open_role ON task(role, due_on) WHERE state = 'open' AND role IS NOT NULL`,
      `CREATE INDEX task_closed ON task(closed_at, id) WHERE state <> 'open'`,
    ]);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a store only go forward.');
  }
}
