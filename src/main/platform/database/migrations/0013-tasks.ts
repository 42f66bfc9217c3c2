import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from './run-all';

/** Tasks that managers assign to a person or a role, and who saw and did them. */
export class TaskTables implements MigrationInterface {
  name = 'Tasks1790000000013';

  async up(queryRunner: QueryRunner): Promise<void> {
    await runAll(queryRunner, [
      `CREATE TABLE "task" (
        "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
        "kind" text NOT NULL,
        "text" text NOT NULL DEFAULT '',
        "account_id" integer,
        "role" text,
        "due_on" text,
        "product_id" integer,
        "category_id" integer,
        "location_id" integer,
        "from_location_id" integer,
        "state" text NOT NULL DEFAULT 'open',
        "seen_at" integer,
        "seen_by_id" integer,
        "closed_at" integer,
        "closed_by_id" integer,
        "remark" text NOT NULL DEFAULT '',
        "created_at" integer NOT NULL,
        "created_by_id" integer NOT NULL,
        "changed_by_id" integer NOT NULL,
        "version" integer NOT NULL DEFAULT 1,
        CONSTRAINT "ck_task_kind" CHECK (kind IN ('count','restock','check expiry','other')),
        CONSTRAINT "ck_task_role" CHECK (role IN ('admin','manager','storekeeper','cashier','customer')),
        CONSTRAINT "ck_task_state" CHECK (state IN ('open','done','cancelled')),
        CONSTRAINT "ck_task_assignee" CHECK ((account_id IS NULL) <> (role IS NULL)),
        CONSTRAINT "ck_task_seen" CHECK ((seen_at IS NULL) = (seen_by_id IS NULL)),
        CONSTRAINT "ck_task_closed" CHECK ((state = 'open') = (closed_at IS NULL) AND (closed_at IS NULL) = (closed_by_id IS NULL)),
        CONSTRAINT "fk_task_account_id" FOREIGN KEY ("account_id") REFERENCES "account" ("id"),
        CONSTRAINT "fk_task_product_id" FOREIGN KEY ("product_id") REFERENCES "product" ("id") ON DELETE SET NULL,
        CONSTRAINT "fk_task_category_id" FOREIGN KEY ("category_id") REFERENCES "category" ("id") ON DELETE SET NULL,
        CONSTRAINT "fk_task_location_id" FOREIGN KEY ("location_id") REFERENCES "location" ("id") ON DELETE SET NULL,
        CONSTRAINT "fk_task_from_location_id" FOREIGN KEY ("from_location_id") REFERENCES "location" ("id") ON DELETE SET NULL,
        CONSTRAINT "fk_task_seen_by_id" FOREIGN KEY ("seen_by_id") REFERENCES "account" ("id"),
        CONSTRAINT "fk_task_closed_by_id" FOREIGN KEY ("closed_by_id") REFERENCES "account" ("id"),
        CONSTRAINT "fk_task_created_by_id" FOREIGN KEY ("created_by_id") REFERENCES "account" ("id"),
        CONSTRAINT "fk_task_changed_by_id" FOREIGN KEY ("changed_by_id") REFERENCES "account" ("id")
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
