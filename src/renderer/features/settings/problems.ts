import { maybeEmail } from '#shared/contract/common';
import { type Settings, scaleLayout, storeSettings } from '#shared/contract/settings';
import { type ScaleLayoutProblem, validateScaleLayout } from '#shared/kernel/scale-label';

export type ScaleLayoutDraft = Settings['scaleLayouts'][number];

type Problem = 'name' | 'email' | 'host' | 'taxRatesMissing' | 'outOfRange' | 'layouts';

/** The minimum and maximum of each limit; the same as in the store's schema. */
export const LIMITS = {
  signInTries: { min: 1, max: 50 },
  signInWaitSeconds: { min: 1, max: 86_400 },
  pinHours: { min: 1, max: 168 },
  sessionHours: { min: 1, max: 720 },
  lockAfterMinutes: { min: 0, max: 1440 },
  nearExpiryDays: { min: 0, max: 365 },
  smtpPort: { min: 1, max: 65_535 },
  alertCheckMinutes: { min: 1, max: 1440 },
} as const satisfies Partial<Record<keyof Settings, { min: number; max: number }>>;

export type Limit = keyof typeof LIMITS;

/** Why a setting cannot be saved; null if it is valid. */
export function problemOf(values: Settings, field: keyof Settings): Problem | null {
  const unless = (isSound: boolean, problem: Problem): Problem | null => (isSound ? null : problem);
  switch (field) {
    case 'name':
      return unless(values.name.trim() !== '', 'name');
    case 'email':
    case 'mailFrom':
    case 'alertMailTo':
      return unless(maybeEmail.safeParse(values[field].trim()).success, 'email');
    case 'slackHost':
      return unless(storeSettings.shape.slackHost.safeParse(values.slackHost).success, 'host');
    case 'taxRatesMilliPercent':
      return unless(values.taxRatesMilliPercent.length > 0, 'taxRatesMissing');
    case 'scaleLayouts':
      return unless(!values.scaleLayouts.some(layoutProblem), 'layouts');
    default:
      return unless(!(field in LIMITS && isOutOfRange(values[field as Limit], field as Limit)), 'outOfRange');
  }
}

/** The first problem of a scale label layout; null if it is valid. */
export function layoutProblem(layout: ScaleLayoutDraft): ScaleLayoutProblem | null {
  const fields = scaleLayout.shape;
  if (!fields.prefix.safeParse(layout.prefix).success) return 'PREFIX';
  if (!fields.itemDigits.safeParse(layout.itemDigits).success) return 'ITEM_DIGITS';
  if (!fields.valueDigits.safeParse(layout.valueDigits).success) return 'VALUE_DIGITS';
  return validateScaleLayout(layout);
}

function isOutOfRange(value: number, limit: Limit): boolean {
  const { min, max } = LIMITS[limit];
  return !Number.isInteger(value) || value < min || value > max;
}
