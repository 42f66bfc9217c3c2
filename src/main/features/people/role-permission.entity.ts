import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A permission that the store changed for a role. */
@Entity('role_permission')
@Index('role_permission_once', ['role', 'permission'], { unique: true })
@Check('ck_role_permission_role', "role IN ('storekeeper','cashier')")
@Check('ck_role_permission_grant_kind', "grant_kind IN ('yes','no','approval')")
export class RolePermissionEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @Column('text') role: string;
  @Column('text') permission: string;
  @Column('text') grantKind: string;
}
