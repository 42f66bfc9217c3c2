import type { Ctx } from '#main/platform/ctx';
import type { Reader } from '#main/platform/work/connections';
import { refuse } from '#shared/contract/refusals';
import { isCustomer } from './product-view';

/** Reads the pictures of products. */
export class ImageViewService {
  readonly #byHash;
  readonly #byHashIfShown;

  constructor(reader: Reader) {
    const byHash = 'SELECT media_type AS mediaType, bytes FROM image WHERE hash = ?';
    this.#byHash = reader.prepare<[string], { mediaType: string; bytes: Buffer<ArrayBuffer> }>(byHash);
    this.#byHashIfShown = reader.prepare<[string], { mediaType: string; bytes: Buffer<ArrayBuffer> }>(
      `${byHash} AND EXISTS (SELECT 1 FROM product WHERE image_id = image.id AND status = 'active')`,
    );
  }

  /**
   * A picture. @throws NOT_FOUND for an unknown hash; for customers also if no active product shows it.
   */
  picture(ctx: Ctx, hash: string): File {
    const image = (isCustomer(ctx) ? this.#byHashIfShown : this.#byHash).get(hash);
    if (!image) throw refuse('NOT_FOUND', { what: 'image' });
    return new File([image.bytes], hash, { type: image.mediaType });
  }
}
