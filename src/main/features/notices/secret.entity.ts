import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A password or token, encrypted. */
@Entity('secret')
@Check('ck_secret_kept_by', "kept_by IN ('keychain','key file')")
export class SecretEntity {
  @PrimaryColumn('text') name: string;
  @Column('blob') sealed: Buffer;
  @Column('text') keptBy: string;
  @Column('integer') setAt: number;
  @Column('integer') @ForeignKey('account') setById: number;
}
