import type { OverviewList } from '#shared/contract/overview';

/** What the overview shows, as its address says it. */
export interface OverviewSearch {
  list?: OverviewList | undefined;
  /** The category that is looked into. */
  category?: number | undefined;
  /** Whether its own products are shown, rather than what is below it. */
  direct?: true | undefined;
}
