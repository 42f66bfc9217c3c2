import { createHash } from 'node:crypto';
import type { Repository } from 'typeorm';
import type { Ctx } from '#main/platform/ctx';
import type { Database } from '#main/platform/database/database';
import { refuse } from '#shared/contract/refusals';
import { ImageEntity, type ImageMediaType } from './image.entity';
import { readPicture } from './picture-structure';
import { isCustomer } from './product-view';

interface ImageInput {
  mediaType: ImageMediaType;
  base64: string;
}

/** The longest side of a picture: 4096 by 4096 are 16 megapixels, 64 MB once they are decoded. */
const LONGEST_SIDE_PX = 4096;

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
   * @throws IMAGE_UNREADABLE when it is no whole picture of the kind it is said to be, IMAGE_TOO_LARGE.
   */
  async keep({ mediaType, base64 }: ImageInput): Promise<number> {
    const bytes = Buffer.from(base64, 'base64');
    const size = readPicture(mediaType, bytes);
    if (!size || Math.min(size.widthPx, size.heightPx) < 1) throw refuse('IMAGE_UNREADABLE', {});
    if (Math.max(size.widthPx, size.heightPx) > LONGEST_SIDE_PX) {
      throw refuse('IMAGE_TOO_LARGE', { ...size, atMostPx: LONGEST_SIDE_PX });
    }
    const hash = createHash('sha256').update(bytes).digest('hex');
    const known = await this.#images.findOne({ where: { hash }, select: { id: true } });
    return known?.id ?? (await this.#images.save({ hash, mediaType, bytes })).id;
  }

  /** Deletes a picture that no product shows any more. */
  forgetUnused(id: number | null): void {
    if (id !== null) this.#deleteUnused.run(id);
  }
}
