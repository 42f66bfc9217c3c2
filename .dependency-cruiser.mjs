/**
 * The rules for imports: the layers of a feature, and the borders between features and between processes. They keep
 * every business rule testable without a window.
 */

/** @typedef {import('dependency-cruiser').IForbiddenRuleType} Rule */

const MAIN_FEATURE = '^src/main/features/([^/]+)/';
const RENDERER_FEATURE = '^src/renderer/features/([^/]+)/';

/** Libraries without side effects or a platform, the only ones that shared code may use. */
const PURE_LIBRARIES = '^node_modules/(zod|@orpc/contract|dayjs|i18next)/';

const MAIN_ONLY_LIBRARIES =
  '^node_modules/(electron|typeorm|better-sqlite3|@node-rs/.*|@orpc/server|@orpc/standard-server-peer|pdfkit|pino|ws|p-limit|env-paths)/';

const WINDOW_ONLY_LIBRARIES =
  '^node_modules/(react|react-dom|react-i18next|@mantine/.*|@tanstack/.*|@tabler/.*|@orpc/tanstack-query|@zxing/.*)/';

/** Entry points: everything else under src/ must be reachable from one of these. */
const ENTRIES =
  '^src/(main/(main|serve|preload)\\.ts|main/(migrate|backup|verify)-cli\\.ts|renderer/main\\.tsx|.*[.-]worker\\.ts|.*\\.d\\.ts)$';

/** @type {Rule[]} */
const layers = [
  {
    name: 'shared-stands-alone',
    comment: 'shared imports only shared and pure libraries.',
    from: { path: '^src/shared/' },
    to: { pathNot: ['^src/shared/', PURE_LIBRARIES] },
  },
  {
    name: 'renderer-knows-no-main',
    comment: 'renderer imports renderer and shared: it reaches main through the contract.',
    from: { path: '^src/renderer/' },
    to: { path: ['^src/main/', MAIN_ONLY_LIBRARIES] },
  },
  {
    name: 'renderer-knows-no-node',
    comment: 'The window is sandboxed: there is no Node in it.',
    from: { path: '^src/renderer/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'main-knows-no-renderer',
    comment: 'main imports main and shared.',
    from: { path: '^src/main/' },
    to: { path: ['^src/renderer/', WINDOW_ONLY_LIBRARIES] },
  },
  {
    name: 'product-knows-no-tests',
    comment: 'Shipped code imports neither tests nor tools.',
    from: { path: '^src/' },
    to: { path: '^(tests|scripts)/' },
  },
];

/** @type {Rule[]} */
const desktop = [
  {
    name: 'electron-stays-in-desktop',
    comment: 'Only main.ts, preload.ts and desktop/ import electron: the rest runs under plain Node.',
    from: { path: '^src/', pathNot: '^src/main/(main\\.ts|preload\\.ts|desktop/)' },
    to: { path: ['^node_modules/electron/', '^electron$'] },
  },
  {
    name: 'desktop-is-composed-by-main',
    comment: 'Only main.ts imports from desktop/.',
    from: { path: '^src/', pathNot: '^src/main/(main\\.ts|desktop/)' },
    to: { path: '^src/main/desktop/' },
  },
];

/** @type {Rule[]} */
const mainFeatures = [
  {
    name: 'features-meet-at-their-index',
    comment:
      "A feature reaches another only through the other's index.ts, which lists by name what it offers, or its readings.ts.",
    from: { path: MAIN_FEATURE },
    to: { path: '^src/main/features/', pathNot: ['^src/main/features/$1/', '/(index|readings)\\.ts$'] },
  },
  {
    name: 'features-have-one-face',
    comment: 'Everything else in the main process reaches a feature through its index.ts.',
    from: { path: '^src/main/(?!features/|(reading|drawing)-worker\\.ts$)' },
    to: { path: '^src/main/features/', pathNot: '/index\\.ts$' },
  },
  {
    name: 'threads-run-readings',
    comment:
      "The reading threads reach a feature through its readings.ts, which is the feature's part in them.",
    from: { path: '^src/main/reading-worker\\.ts$' },
    to: { path: '^src/main/features/', pathNot: '/readings\\.ts$' },
  },
  {
    name: 'threads-draw-drawings',
    comment:
      "The drawing threads reach a feature through its drawings.ts, which is the feature's part in them.",
    from: { path: '^src/main/drawing-worker\\.ts$' },
    to: { path: '^src/main/features/', pathNot: '/drawings\\.ts$' },
  },
  {
    name: 'threads-know-no-entity',
    comment: 'Threads run prepared statements or draw; TypeORM would make their start slow.',
    from: { path: '^src/main/(reading|drawing)-worker\\.ts$' },
    to: { path: '^node_modules/typeorm/', reachable: true },
  },
  {
    name: 'procedures-hand-over',
    comment: 'Procedures turn input into a call of a service or a query; they do not touch entities.',
    from: { path: '\\.procedures\\.ts$' },
    to: { path: '\\.entity\\.ts$' },
  },
  {
    name: 'nothing-below-procedures-knows-them',
    comment: "Only the router imports procedures, through each feature's index.",
    from: { path: MAIN_FEATURE, pathNot: '/index\\.ts$' },
    to: { path: '\\.procedures\\.ts$' },
  },
  {
    name: 'queries-know-no-service',
    comment: 'Queries only read or write rows: rules are in services.',
    from: { path: '\\.queries\\.ts$' },
    to: { path: '\\.service\\.ts$' },
  },
  {
    name: 'entities-know-entities',
    comment: 'An entity describes the rows of its feature and imports no service.',
    from: { path: `${MAIN_FEATURE}.*\\.entity\\.ts$` },
    to: {
      path: '^src/main/',
      pathNot: [
        '^src/main/features/$1/[^/]+\\.entity\\.ts$',
        '^src/main/platform/database/uuid-column\\.ts$',
      ],
    },
  },
  {
    name: 'platform-knows-no-feature',
    comment: 'The platform imports no feature.',
    from: { path: '^src/main/platform/' },
    to: { path: '^src/main/', pathNot: '^src/main/platform/' },
  },
  {
    name: 'features-are-composed',
    comment: 'Features do not import the code that assembles them.',
    from: { path: MAIN_FEATURE },
    to: { path: '^src/main/(?!features/|platform/)' },
  },
  {
    name: 'health-knows-no-demo',
    comment: 'Health checks what the features wrote; the demo fills a store and has it checked.',
    from: { path: '^src/main/health/' },
    to: { path: '^src/main/(?!features/|platform/|health/)' },
  },
  {
    name: 'demo-is-composed-by-store',
    comment: 'Only the store that offers the demo imports it.',
    from: { path: '^src/main/', pathNot: '^src/main/(demo/|store\\.ts$)' },
    to: { path: '^src/main/demo/' },
  },
  {
    name: 'no-cycles-between-features',
    comment: 'Features that need each other are one feature.',
    scope: 'folder',
    from: { path: '^src/main/(features/[^/]+|health|demo)$' },
    to: { circular: true },
  },
];

/** @type {Rule[]} */
const rendererFeatures = [
  {
    name: 'renderer-features-stand-alone',
    comment: 'No feature of the window imports another: what several show is a part.',
    from: { path: RENDERER_FEATURE },
    to: { path: '^src/renderer/features/', pathNot: '^src/renderer/features/$1/' },
  },
  {
    name: 'renderer-knows-no-app',
    comment: 'app -> features -> parts -> ui -> lib, and never back.',
    from: { path: '^src/renderer/(features|parts|ui|lib)/' },
    to: { path: '^src/renderer/(app/|main\\.tsx$)' },
  },
  {
    name: 'renderer-parts-know-no-feature',
    comment: 'app -> features -> parts -> ui -> lib, and never back.',
    from: { path: '^src/renderer/(parts|ui|lib)/' },
    to: { path: '^src/renderer/features/' },
  },
  {
    name: 'renderer-ui-knows-no-part',
    comment: 'app -> features -> parts -> ui -> lib, and never back.',
    from: { path: '^src/renderer/(ui|lib)/' },
    to: { path: '^src/renderer/parts/' },
  },
  {
    name: 'renderer-ui-makes-no-call',
    comment: 'ui makes no calls of its own; it may read the session and the store, which lib loads.',
    from: { path: '^src/renderer/ui/' },
    to: { path: '^src/renderer/lib/(rpc|idle-lock|sign-in-tiles|scan/resolve-in-stock)\\.ts$' },
  },
  {
    name: 'renderer-lib-knows-no-ui',
    comment: 'app -> features -> parts -> ui -> lib, and never back.',
    from: { path: '^src/renderer/lib/' },
    to: { path: '^src/renderer/ui/' },
  },
];

/** @type {Rule[]} */
const hygiene = [
  {
    name: 'no-cycles',
    comment: 'No import cycles between files.',
    from: { path: '^(src|tests)/' },
    to: { circular: true },
  },
  {
    name: 'no-barrels',
    comment:
      'Import a thing from where it is made. Only the contract and the features of main have an index.',
    from: {
      path: '^(src|tests)/.*/index\\.tsx?$',
      pathNot: '^src/(shared/contract|main/features/[^/]+)/index\\.ts$',
    },
    to: {},
  },
  {
    name: 'no-dead-files',
    comment: 'Every file is reached from an entry; what only a test reaches is not part of the product.',
    from: { path: ENTRIES },
    to: { path: '^src/.*\\.tsx?$', pathNot: ENTRIES, reachable: false },
  },
  {
    name: 'no-unknown-imports',
    comment: 'Every import resolves.',
    from: {},
    to: { couldNotResolve: true, pathNot: '\\?' },
  },
];

/** Each rule is tested with a breach in tests/unit/house. */
export const rules = [...layers, ...desktop, ...mainFeatures, ...rendererFeatures, ...hygiene];

/** @type {import('dependency-cruiser').ICruiseOptions} */
export const options = {
  // TypeScript 7 has no API that a tool can parse with; swc also sees type imports.
  parser: 'swc',
  doNotFollow: { path: 'node_modules' },
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'node', 'default', 'types'],
    extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.json'],
  },
  webpackConfig: { fileName: 'scripts/window-alias.mjs' },
};

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: rules.map((rule) => ({ ...rule, severity: 'error' })),
  options,
};
