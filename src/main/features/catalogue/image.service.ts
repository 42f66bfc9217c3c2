import { createHash } from 'node:crypto';
import type { Repository } from 'typeorm';
import type { Tx } from '#main/platform/work/connections';
import { refuse } from '#shared/contract/refusals';
import type { ImageEntity, ImageMediaType } from './image.entity';
import { readPicture } from './picture-structure';

interface ImageInput {
  mediaType: ImageMediaType;
  bytes: Uint8Array;
}

/** The longest side of a picture: 4096 by 4096 is 16 megapixels, or 64 MB decoded. */
const LONGEST_SIDE_PX = 4096;

/** Stores the pictures of products, each once. */
export class ImageService {
  readonly #images: Repository<ImageEntity>;
  readonly #deleteUnused;

  constructor(tx: Tx, images: Repository<ImageEntity>) {
    this.#images = images;
    this.#deleteUnused = tx.prepare<[number]>(
      'DELETE FROM image WHERE id = ? AND NOT EXISTS (SELECT 1 FROM product WHERE image_id = image.id)',
    );
  }

  /**
   * Stores a picture in the unit of work of its product and returns its id.
   * @throws IMAGE_UNREADABLE when it is not a complete picture of its declared type, IMAGE_TOO_LARGE.
   */
  async keep({ mediaType, bytes: sent }: ImageInput): Promise<number> {
    const bytes = Buffer.from(sent);
    const size = readPicture(mediaType, bytes);
    if (!size || Math.min(size.widthPx, size.heightPx) < 1) throw refuse('IMAGE_UNREADABLE', {});
    if (Math.max(size.widthPx, size.heightPx) > LONGEST_SIDE_PX) {
      throw refuse('IMAGE_TOO_LARGE', { ...size, atMostPx: LONGEST_SIDE_PX });
    }
    const hash = createHash('sha256').update(bytes).digest('hex');
    const known = await this.#images.findOne({ where: { hash }, select: { id: true } });
    return known?.id ?? (await this.#images.save({ hash, mediaType, bytes })).id;
  }

  /** Deletes a picture that no product shows any longer. */
  forgetUnused(id: number | null): void {
    if (id !== null) this.#deleteUnused.run(id);
  }
}
