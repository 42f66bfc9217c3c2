import { type Ctx, may } from '#main/platform/ctx';
import type { Person } from '#shared/contract/common';
import type { FullProduct, FullProductRow } from './product.queries';

/** Whether the person is a customer, who sees only active products and only their public fields. */
export function isCustomer(ctx: Ctx): boolean {
  return ctx.account.role === 'customer';
}

/** A product as this person may see it: without cost, quantities or staff names they may not see. */
export function productVisibleTo<Row extends FullProductRow>(ctx: Ctx, row: Row) {
  const seesQuantities = may(ctx, 'seeQuantities');
  return {
    ...row,
    costMinor: may(ctx, 'seeCost') ? row.costMinor : null,
    onHandMilli: seesQuantities ? row.onHandMilli : null,
    availableMilli: seesQuantities ? row.availableMilli : null,
    toSellMilli: seesQuantities ? row.toSellMilli : null,
    thresholdMilli: seesQuantities ? row.thresholdMilli : null,
    createdByName: isCustomer(ctx) ? '' : row.createdByName,
  };
}

/** Like {@link productVisibleTo}, for a complete product. */
export function fullProductVisibleTo(ctx: Ctx, product: FullProduct) {
  const seen = productVisibleTo(ctx, product);
  if (!isCustomer(ctx)) return seen;
  return withoutStaff({ ...seen, preferredSupplier: '', reorderMilli: null });
}

/** A record without the names of the people who created and changed it. */
export function withoutStaff<Made extends { createdBy: Person; changedBy: Person }>(made: Made): Made {
  const nobody = ({ id }: Person) => ({ id, name: '' });
  return { ...made, createdBy: nobody(made.createdBy), changedBy: nobody(made.changedBy) };
}

/** The fields of a product that the store log keeps. */
export function auditedPartOf(product: FullProduct) {
  const {
    name,
    description,
    sku,
    preferredSupplier,
    priceMinor,
    costMinor,
    unit,
    taxRateMilliPercent,
    discountMilliPercent,
  } = product;
  return {
    name,
    description,
    sku,
    barcodes: product.barcodes.map(({ code, quantityMilli }) => ({ code, quantityMilli })),
    category: product.categoryPath.map((category) => category.name).join(' / '),
    preferredSupplier,
    priceMinor,
    costMinor,
    unit,
    taxRateMilliPercent,
    discountMilliPercent,
    status: product.status,
    thresholdMilli: product.thresholdMilli,
    reorderMilli: product.reorderMilli,
    image: product.imageHash,
  };
}
