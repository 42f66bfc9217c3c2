import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A barcode that the running import will add. */
@Entity('staged_barcode')
export class StagedBarcodeEntity {
  @PrimaryColumn('integer') id: number;
  @Column('integer') productId: number;
  @Column('text') code: string;
  @Column('text') kind: string;
}
