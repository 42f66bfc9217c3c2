import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { describe, expect, test } from 'vitest';
import { entities } from '#main/entities';
import { schemaDifference } from '#main/platform/database/schema-difference';

@Entity('shelf')
class ShelfEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @Column('text') name: string;
}

describe('the statements of a generated migration', () => {
  test('are empty while the entities match the migrations', async () => {
    expect(await schemaDifference(entities)).toEqual([]);
  });

  test('create what an entity has and the migrations lack', async () => {
    expect(await schemaDifference([...entities, ShelfEntity])).toEqual([
      'CREATE TABLE "shelf" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "name" text NOT NULL)',
    ]);
  });
});
