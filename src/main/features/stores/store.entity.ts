import { Check, Entity, PrimaryColumn } from 'typeorm';
import { UuidColumn } from '#main/platform/database/uuid-column';

/** The store itself, in one row: its unique id. Its name and address are settings. */
@Entity('store')
@Check('ck_store_id', 'id = 1')
export class StoreEntity {
  @PrimaryColumn('integer') id: number;
  @UuidColumn() uuid: string;
}
