import i18next from 'i18next';

const NAMESPACES = [
  'common',
  'settings',
  'sales',
  'catalogue',
  'stock',
  'tasks',
  'people-access',
  'people-accounts',
] as const;

/** The label on the screen for each field of the contract whose name is not the label's own words. */
const LABELS = {
  // People
  login: 'people-access:signIn.login',
  pin: 'common:proof.pin',
  newPin: 'people-access:profile.newPin',
  slackWebhook: 'people-access:profile.alertsWebhook',
  // Catalogue
  sku: 'catalogue:product.sku',
  categoryId: 'catalogue:product.category',
  preferredSupplier: 'catalogue:product.supplier',
  thresholdMilli: 'catalogue:product.threshold',
  reorderMilli: 'catalogue:product.reorder',
  discountMilliPercent: 'catalogue:product.discount',
  raiseMilliPercent: 'catalogue:several.byPercent',
  parentId: 'catalogue:categories.parent',
  // Stock
  locationId: 'stock:actions.where',
  fromLocationId: 'stock:actions.from',
  toLocationId: 'stock:actions.to',
  openingMilli: 'stock:actions.opening.quantity',
  onHandMilli: 'stock:actions.adjust.quantity',
  totalMinor: 'stock:actions.totalCost',
  unitTenThousandths: 'stock:actions.unitCost',
  dueOn: 'tasks:dialog.due',
  // Orders
  channelId: 'sales:dialogs.order.channel',
  orderedAt: 'sales:dialogs.order.date',
  customerName: 'sales:dialogs.order.name',
  customerEmail: 'sales:dialogs.order.email',
  customerPhone: 'sales:dialogs.order.phone',
  shippingAddress: 'sales:dialogs.order.shippingAddress',
  billingAddress: 'sales:dialogs.order.billingAddress',
  shippingMinor: 'sales:dialogs.order.shipping',
  shippingTaxRateMilliPercent: 'sales:dialogs.order.shippingTax',
  // Settings
  pricesIncludeTax: 'settings:money.prices',
  taxRatesMilliPercent: 'settings:money.taxRates',
  cashStepMinor: 'settings:money.cashStep',
  receiptHeader: 'settings:receipt.header',
  receiptFooter: 'settings:receipt.footer',
  locale: 'settings:place.locale',
  timeZone: 'settings:place.timeZone',
  allowNegativeStock: 'settings:stock.negative',
  blindStocktake: 'settings:stock.blind',
  defaultThresholdMilli: 'settings:stock.threshold',
  expiredStock: 'settings:stock.refuseExpired',
  nearExpiryDays: 'settings:stock.nearExpiry',
  alertCheckMinutes: 'settings:stock.alertCheck',
  smtpHost: 'settings:notices.smtpHost',
  smtpPort: 'settings:notices.smtpPort',
  smtpSecurity: 'settings:notices.smtpSecurity',
  smtpUser: 'settings:notices.smtpUser',
  mailFrom: 'settings:notices.mailFrom',
  alertMailTo: 'settings:notices.alertMailTo',
  slackHost: 'settings:notices.slackHost',
  signInTries: 'settings:limits.tries',
  signInWaitSeconds: 'settings:limits.wait',
  pinHours: 'settings:limits.pinHours',
  sessionHours: 'settings:limits.session',
  lockAfterMinutes: 'settings:limits.lock',
} as const;

/** The label that the screen shows for a field of the contract; null where the field's own name says the same. */
export function labelOfField(name: string): string | null {
  if (!(name in LABELS)) return null;
  const t = i18next.getFixedT(i18next.language, NAMESPACES);
  return t(LABELS[name as keyof typeof LABELS]);
}
