import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

export type ImageMediaType = 'image/webp' | 'image/png' | 'image/jpeg';

/** A picture, stored once however many products show it. */
@Entity('image')
@Index('image_hash', ['hash'], { unique: true })
export class ImageEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  /** SHA-256 of the bytes, as 64 hexadecimal digits. */
  @Column('text') hash: string;
  @Column('text') mediaType: ImageMediaType;
  @Column('blob') bytes: Buffer;
}
