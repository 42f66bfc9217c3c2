import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouteComponent,
} from '@tanstack/react-router';
import type { OverviewSearch } from '#renderer/features/overview/overview-search';
import type { LabelsSearch } from '#renderer/ui/labels-link';
import { overviewList } from '#shared/contract/overview';
import { FirstPage } from './first-page';
import { PageFailed, PageMissing } from './page-trouble';
import { Shell } from './shell';

const root = createRootRoute({ component: Shell });

/** Creates a route for a path and its page. */
function at<const Path extends string>(path: Path, component: RouteComponent) {
  return createRoute({ getParentRoute: () => root, path, component });
}

/** An id from search parameters; an invalid one is dropped. */
function idIn<const Name extends string>(name: Name, value: unknown): { [Key in Name]?: number } {
  const found: { [Key in Name]?: number } = {};
  if (typeof value === 'number' && value > 0) found[name] = value;
  return found;
}

/** `code`: an unknown scanned code that starts a new product. */
const products = createRoute({
  getParentRoute: () => root,
  path: '/office/products',
  validateSearch: ({ code }: { code?: unknown }): { code?: string } =>
    typeof code === 'string' || typeof code === 'number' ? { code: String(code) } : {},
  component: lazyRouteComponent(
    () => import('#renderer/features/catalogue/pages/products-page'),
    'ProductsPage',
  ),
});

/** `product`: a product to show at once. */
const lookUp = createRoute({
  getParentRoute: () => root,
  path: '/stockroom',
  validateSearch: ({ product }: { product?: unknown }): { product?: number } =>
    typeof product === 'number' && product > 0 ? { product } : {},
  component: lazyRouteComponent(() => import('#renderer/features/stock/pages/look-up-page'), 'LookUpPage'),
});

/** `ask`: a product whose quantity for the transfer is asked for at once. */
const transfer = createRoute({
  getParentRoute: () => root,
  path: '/stockroom/transfers/$id',
  validateSearch: ({ ask }: { ask?: unknown }) => idIn('ask', ask),
  component: lazyRouteComponent(
    () => import('#renderer/features/transfers/pages/transfer-page'),
    'TransferPage',
  ),
});

/** Filters the stock list by a location, a category or expiry. */
const entries = createRoute({
  getParentRoute: () => root,
  path: '/stockroom/entries',
  validateSearch: ({
    location,
    category,
    expiry,
  }: Record<string, unknown>): { location?: number; category?: number; expiry?: 'near' } => ({
    ...idIn('location', location),
    ...idIn('category', category),
    ...(expiry === 'near' && { expiry }),
  }),
  component: lazyRouteComponent(() => import('#renderer/features/stock/pages/entries-page'), 'EntriesPage'),
});

/** `location`, with an optional `category`: starts a stocktake of it. */
const stocktakes = createRoute({
  getParentRoute: () => root,
  path: '/stockroom/stocktakes',
  validateSearch: ({
    location,
    category,
  }: Record<string, unknown>): { location?: number; category?: number } => ({
    ...idIn('location', location),
    ...idIn('category', category),
  }),
  component: lazyRouteComponent(
    () => import('#renderer/features/stocktakes/pages/stocktakes-page'),
    'StocktakesPage',
  ),
});

/** The search parameters of the issues page. */
interface IssuesSearch {
  view?: 'out';
  product?: number;
  /** The initial search text. */
  find?: string;
}

/** Shows the documents, or the issued goods: all of them, those of one product, or those a search finds. */
const issues = createRoute({
  getParentRoute: () => root,
  path: '/stockroom/issues',
  validateSearch: ({ view, product, find }: Record<string, unknown>): IssuesSearch => ({
    ...(view === 'out' && { view }),
    ...idIn('product', product),
    ...(typeof find === 'string' && { find }),
  }),
  component: lazyRouteComponent(() => import('#renderer/features/issues/pages/issues-page'), 'IssuesPage'),
});

/** Each list of the overview, and each opened category, has its own address to return to. */
const overview = createRoute({
  getParentRoute: () => root,
  path: '/stockroom/overview',
  validateSearch: ({ list, category, direct }: Record<string, unknown>): OverviewSearch => ({
    list: overviewList.safeParse(list).data,
    category: typeof category === 'number' && category > 0 ? category : undefined,
    direct: direct === true ? true : undefined,
  }),
  component: lazyRouteComponent(
    () => import('#renderer/features/overview/pages/overview-page'),
    'OverviewPage',
  ),
});

/** The search parameters say what to make labels for. */
const labels = createRoute({
  getParentRoute: () => root,
  path: '/stockroom/labels',
  validateSearch: ({ products, batch, location, category }: Record<string, unknown>): LabelsSearch => ({
    ...(Array.isArray(products) && { products: products.filter((one) => Number.isInteger(one) && one > 0) }),
    ...idIn('batch', batch),
    ...idIn('location', location),
    ...idIn('category', category),
  }),
  component: lazyRouteComponent(() => import('#renderer/features/labels/pages/labels-page'), 'LabelsPage'),
});

const tree = root.addChildren([
  at('/', FirstPage),
  at(
    '/till',
    lazyRouteComponent(() => import('#renderer/features/sales/pages/till-page'), 'TillPage'),
  ),
  at(
    '/till/orders',
    lazyRouteComponent(() => import('#renderer/features/sales/pages/orders-page'), 'OrdersPage'),
  ),
  at(
    '/till/orders/$id',
    lazyRouteComponent(() => import('#renderer/features/sales/pages/order-page'), 'OrderPage'),
  ),
  lookUp,
  at(
    '/stockroom/products',
    lazyRouteComponent(() => import('#renderer/features/catalogue/pages/products-page'), 'ProductsPage'),
  ),
  at(
    '/stockroom/locations',
    lazyRouteComponent(() => import('#renderer/features/stock/pages/locations-page'), 'LocationsPage'),
  ),
  entries,
  labels,
  overview,
  at(
    '/stockroom/history',
    lazyRouteComponent(() => import('#renderer/features/stock/pages/history-page'), 'HistoryPage'),
  ),
  at(
    '/stockroom/transfers',
    lazyRouteComponent(() => import('#renderer/features/transfers/pages/transfers-page'), 'TransfersPage'),
  ),
  transfer,
  issues,
  at(
    '/stockroom/issues/$id',
    lazyRouteComponent(() => import('#renderer/features/issues/pages/issue-page'), 'IssuePage'),
  ),
  at(
    '/stockroom/tasks',
    lazyRouteComponent(() => import('#renderer/features/tasks/pages/tasks-page'), 'TasksPage'),
  ),
  stocktakes,
  at(
    '/stockroom/stocktakes/$id',
    lazyRouteComponent(() => import('#renderer/features/stocktakes/pages/stocktake-page'), 'StocktakePage'),
  ),
  at(
    '/stockroom/alerts',
    lazyRouteComponent(() => import('#renderer/features/alerts/pages/alerts-page'), 'AlertsPage'),
  ),
  at(
    '/office',
    lazyRouteComponent(() => import('#renderer/features/stores/pages/office-page'), 'OfficePage'),
  ),
  products,
  at(
    '/office/products/import',
    lazyRouteComponent(() => import('#renderer/features/imports/pages/import-page'), 'ImportPage'),
  ),
  at(
    '/office/products/$id',
    lazyRouteComponent(() => import('#renderer/features/catalogue/pages/product-page'), 'ProductPage'),
  ),
  at(
    '/office/categories',
    lazyRouteComponent(() => import('#renderer/features/catalogue/pages/categories-page'), 'CategoriesPage'),
  ),
  at(
    '/office/orders',
    lazyRouteComponent(() => import('#renderer/features/sales/pages/orders-page'), 'OrdersPage'),
  ),
  at(
    '/office/channels',
    lazyRouteComponent(() => import('#renderer/features/sales/pages/channels-page'), 'ChannelsPage'),
  ),
  at(
    '/office/people',
    lazyRouteComponent(() => import('#renderer/features/people/pages/people-page'), 'PeoplePage'),
  ),
  at(
    '/office/permissions',
    lazyRouteComponent(() => import('#renderer/features/people/pages/permissions-page'), 'PermissionsPage'),
  ),
  at(
    '/office/registrations',
    lazyRouteComponent(
      () => import('#renderer/features/people/pages/registrations-page'),
      'RegistrationsPage',
    ),
  ),
  at(
    '/office/audit',
    lazyRouteComponent(() => import('#renderer/features/audit/pages/audit-page'), 'AuditPage'),
  ),
  at(
    '/office/notices',
    lazyRouteComponent(() => import('#renderer/features/notices/pages/notices-page'), 'NoticesPage'),
  ),
  at(
    '/office/settings',
    lazyRouteComponent(() => import('#renderer/features/settings/pages/settings-page'), 'SettingsPage'),
  ),
  at(
    '/office/scanner',
    lazyRouteComponent(() => import('#renderer/features/devices/pages/scanner-page'), 'ScannerPage'),
  ),
  at(
    '/about',
    lazyRouteComponent(() => import('#renderer/features/stores/pages/about-page'), 'AboutPage'),
  ),
  at(
    '/profile',
    lazyRouteComponent(() => import('#renderer/features/people/pages/profile-page'), 'ProfilePage'),
  ),
]);

export const router = createRouter({
  routeTree: tree,
  defaultNotFoundComponent: PageMissing,
  defaultErrorComponent: PageFailed,
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
