import type { OverviewList } from '#shared/contract/overview';

/** The search parameters of the overview. */
export interface OverviewSearch {
  list?: OverviewList | undefined;
  /** The opened category. */
  category?: number | undefined;
  /** Whether the products directly in it are shown, rather than its subcategories. */
  direct?: true | undefined;
}
