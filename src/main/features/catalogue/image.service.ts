import { createHash } from 'node:crypto';
import type { Repository } from 'typeorm';
import { refuse } from '#shared/contract/refusals';
import type { Ctx } from '../../ctx';
import type { Database } from '../../database/database';
import { ImageEntity, type ImageMediaType } from './image.entity';
import { isCustomer } from './product-view';

interface ImageInput {
  mediaType: ImageMediaType;
  base64: string;
}

/** How the bytes of each kind of picture begin; null stands for any byte. */
const SIGNATURES: Record<ImageMediaType, readonly (number | null)[]> = {
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/webp': [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50],
};

/** The pictures of products, each kept once. */
export class ImageService {
  readonly #images: Repository<ImageEntity>;
  readonly #read;
  readonly #readShown;
  readonly #deleteUnused;

  constructor({ dataSource, handle, reader }: Database) {
    this.#images = dataSource.getRepository(ImageEntity);
    const byHash = 'SELECT media_type AS mediaType, bytes FROM image WHERE hash = ?';
    this.#read = reader.prepare<[string], { mediaType: string; bytes: Buffer }>(byHash);
    this.#readShown = reader.prepare<[string], { mediaType: string; bytes: Buffer }>(
      `${byHash} AND EXISTS (SELECT 1 FROM product WHERE image_id = image.id AND status = 'active')`,
    );
    this.#deleteUnused = handle.prepare<[number]>(
      'DELETE FROM image WHERE id = ? AND NOT EXISTS (SELECT 1 FROM product WHERE image_id = image.id)',
    );
  }

  /** A picture as a data URL; throws NOT_FOUND for a hash of none, to a customer also where nothing active shows it. */
  dataUrl(ctx: Ctx, hash: string): string {
    const image = (isCustomer(ctx) ? this.#readShown : this.#read).get(hash);
    if (!image) throw refuse('NOT_FOUND', { what: 'image' });
    return `data:${image.mediaType};base64,${image.bytes.toString('base64')}`;
  }

  /**
   * Keeps a picture, in the unit of work of its product, and answers with its id.
   * @throws IMAGE_UNREADABLE when its bytes are not of the kind it is said to be.
   */
  async keep({ mediaType, base64 }: ImageInput): Promise<number> {
    const bytes = Buffer.from(base64, 'base64');
    const isOfItsKind = SIGNATURES[mediaType].every((byte, index) => byte === null || byte === bytes[index]);
    if (!isOfItsKind) throw refuse('IMAGE_UNREADABLE', {});
    const hash = createHash('sha256').update(bytes).digest('hex');
    const known = await this.#images.findOne({ where: { hash }, select: { id: true } });
    return known?.id ?? (await this.#images.save({ hash, mediaType, bytes })).id;
  }

  /** Deletes a picture that no product shows any more. */
  forgetUnused(id: number | null): void {
    if (id !== null) this.#deleteUnused.run(id);
  }
}
