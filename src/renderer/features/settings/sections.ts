import type { Settings } from '#shared/contract/settings';

export type SectionName =
  | 'details'
  | 'money'
  | 'receipt'
  | 'place'
  | 'stock'
  | 'notices'
  | 'limits'
  | 'labels';

/** The settings that each section of the page changes and saves together. */
export const sectionFields: Record<SectionName, readonly (keyof Settings)[]> = {
  details: ['name', 'address', 'phone', 'email', 'taxNumber'],
  money: ['currency', 'pricesIncludeTax', 'taxRatesMilliPercent', 'taxRounding', 'cashStepMinor'],
  receipt: ['receiptHeader', 'receiptFooter'],
  place: ['locale', 'timeZone'],
  stock: [
    'allowNegativeStock',
    'defaultThresholdMilli',
    'expiredStock',
    'nearExpiryDays',
    'alertCheckMinutes',
    'blindStocktake',
  ],
  notices: ['smtpHost', 'smtpPort', 'smtpSecurity', 'smtpUser', 'mailFrom', 'alertMailTo', 'slackHost'],
  limits: ['signInTries', 'signInWaitSeconds', 'pinHours', 'sessionHours', 'lockAfterMinutes'],
  labels: ['scaleLayouts'],
};

/** The sections in the order of the page; those without settings fields save by themselves. */
export const sections = [
  ...(Object.keys(sectionFields) as SectionName[]),
  'tills',
  'backup',
  'recovery',
] as const;
type AnySection = (typeof sections)[number];

/** The element id of a section. */
export const sectionId = (section: AnySection): string => `settings-${section}`;
