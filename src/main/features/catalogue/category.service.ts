import { IsNull, type Repository } from 'typeorm';
import type { Ctx } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import type { Tx } from '#main/platform/work/connections';
import type { Category } from '#shared/contract/catalogue';
import { refuse } from '#shared/contract/refusals';
import { categoryCodeStem, LONGEST_CATEGORY_CODE } from '#shared/kernel/category-code';
import type { CategoryEntity } from './category.entity';
import { categoryLists, categoryQueries } from './category.queries';
import { treeOf } from './category-tree';

interface CategoryFields {
  parentId: number | null;
  code: string;
  name: string;
  description: string;
  status: Category['status'];
}

type CategoryChange = { [Key in keyof CategoryFields]?: CategoryFields[Key] | undefined } & {
  id: number;
  version: number;
};

interface Parts {
  repository: Repository<CategoryEntity>;
  audit: StoreLog;
}

/** Creates, changes and deletes categories. */
export class CategoryService {
  readonly #repository: Repository<CategoryEntity>;
  readonly #lists;
  readonly #queries;
  readonly #audit: StoreLog;

  constructor(tx: Tx, { repository, audit }: Parts) {
    this.#repository = repository;
    this.#lists = categoryLists(tx);
    this.#queries = categoryQueries(tx);
    this.#audit = audit;
  }

  /** Creates a category; derives a blank code from its name. @throws CATEGORY_CODE_TAKEN or CATEGORY_NAME_TAKEN. */
  async create(ctx: Ctx, input: CategoryFields): Promise<Category> {
    const fields = { ...input, code: input.code || this.#makeUpCode(input.name) };
    await this.#assertFits(fields, null);
    const { id } = await this.#repository.save({
      ...fields,
      createdAt: ctx.now,
      createdById: ctx.account.id,
      changedAt: ctx.now,
      changedById: ctx.account.id,
      version: 1,
    });
    return this.#changed(ctx, id, null, fields);
  }

  /** Creates categories whose ids are already assigned, parents before children. */
  addStaged(ctx: Ctx, categories: readonly { id: number; parentId: number | null; name: string }[]): void {
    for (const { id, parentId, name } of categories) {
      const fields: CategoryFields = {
        parentId,
        name,
        code: this.#makeUpCode(name),
        description: '',
        status: 'active',
      };
      this.#queries.add.run({
        id,
        parentId,
        name,
        code: fields.code,
        now: ctx.now,
        accountId: ctx.account.id,
      });
      this.#record(ctx, id, null, fields);
    }
  }

  /**
   * Changes the given fields of a category, including its parent.
   * @throws CHANGED_MEANWHILE when the version is outdated, CATEGORY_LOOP when it would be below itself,
   * CATEGORY_CODE_TAKEN or CATEGORY_NAME_TAKEN.
   */
  async change(ctx: Ctx, { id, version, ...given }: CategoryChange): Promise<Category> {
    const entity = await this.#existing(id);
    if (entity.version !== version) {
      const by = this.#queries.personName.get(entity.changedById) ?? '';
      throw refuse('CHANGED_MEANWHILE', { what: entity.name, by });
    }
    const before = fieldsOf(entity);
    const after: CategoryFields = {
      parentId: given.parentId === undefined ? before.parentId : given.parentId,
      code: given.code ?? before.code,
      name: given.name ?? before.name,
      description: given.description ?? before.description,
      status: given.status ?? before.status,
    };
    await this.#assertFits(after, entity);
    await this.#repository.update(id, {
      ...after,
      changedAt: ctx.now,
      changedById: ctx.account.id,
      version: version + 1,
    });
    return this.#changed(ctx, id, before, after);
  }

  /**
   * Hides an empty category; sold lines keep its name. @throws CATEGORY_IN_USE with the number of items it contains.
   */
  async remove(ctx: Ctx, id: number): Promise<void> {
    const entity = await this.#existing(id);
    const held = this.#queries.inUse.get({ id }) ?? { products: 0, subcategories: 0 };
    if (held.products + held.subcategories > 0) {
      throw refuse('CATEGORY_IN_USE', { categoryName: entity.name, ...held });
    }
    await this.#repository.update(id, {
      deletedAt: ctx.now,
      changedAt: ctx.now,
      changedById: ctx.account.id,
    });
    this.#record(ctx, id, fieldsOf(entity), null);
  }

  async #existing(id: number): Promise<CategoryEntity> {
    const entity = await this.#repository.findOneBy({ id, deletedAt: IsNull() });
    if (!entity) throw refuse('NOT_FOUND', { what: 'category' });
    return entity;
  }

  /** Refuses a code or name that is taken, and a parent that does not exist or is below the category itself. */
  async #assertFits({ parentId, code, name }: CategoryFields, self: CategoryEntity | null): Promise<void> {
    const parent = parentId === null ? null : await this.#existing(parentId);
    if (self && parent && this.#queries.holds.get({ categoryId: self.id, id: parent.id })) {
      throw refuse('CATEGORY_LOOP', { categoryName: self.name, parentName: parent.name });
    }
    const codeOwner = this.#queries.byCode.get(code);
    if (codeOwner && codeOwner.id !== self?.id) {
      throw refuse('CATEGORY_CODE_TAKEN', { code, categoryName: codeOwner.name });
    }
    const sibling = this.#queries.sibling.get(parentId, name);
    if (sibling !== undefined && sibling !== self?.id) {
      throw refuse('CATEGORY_NAME_TAKEN', { name, parentName: parent?.name ?? '' });
    }
  }

  /** A free code derived from the name: "Fruit & Nuts" becomes fruit-nuts, the second fruit-nuts-2. */
  #makeUpCode(name: string): string {
    const stem = categoryCodeStem(name);
    let code = stem.slice(0, LONGEST_CATEGORY_CODE);
    for (let number = 2; this.#queries.byCode.get(code); number += 1) {
      const ending = `-${number}`;
      code = stem.slice(0, LONGEST_CATEGORY_CODE - ending.length) + ending;
    }
    return code;
  }

  #changed(ctx: Ctx, id: number, before: CategoryFields | null, after: CategoryFields): Category {
    this.#record(ctx, id, before, after);
    const category = treeOf(this.#lists.all.all()).find((one) => one.id === id);
    if (!category) throw new Error(`Category ${id} is not in the tree.`);
    return category;
  }

  #record(ctx: Ctx, id: number, before: CategoryFields | null, after: CategoryFields | null): void {
    const label = (after ?? before)?.name ?? '';
    this.#audit.record(ctx, { entity: 'category', entityId: id, label, before, after });
  }
}

function fieldsOf({ parentId, code, name, description, status }: CategoryEntity): CategoryFields {
  return { parentId, code, name, description, status };
}
