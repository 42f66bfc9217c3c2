import {
  ActionIcon,
  Autocomplete,
  Badge,
  Button,
  type CSSVariablesResolver,
  createTheme,
  Input,
  type MantineColorsTuple,
  Modal,
  Select,
  Table,
  TagsInput,
  Tooltip,
} from '@mantine/core';

/** The only accent colour: a calm ink blue, dark enough for white text from its seventh shade on. */
const ink: MantineColorsTuple = [
  '#eef1fc',
  '#dce2f8',
  '#b9c4f0',
  '#94a5e9',
  '#7488e0',
  '#5a70d6',
  '#4a60cc',
  '#3c50c0',
  '#3344a4',
  '#293787',
];

/** The system font where it is designed for screens, else Noto Sans, which is bundled. */
const LETTERS =
  '"Segoe UI Variable Text", "Segoe UI", -apple-system, BlinkMacSystemFont, "Noto Sans", "Noto Sans Arabic", sans-serif';

/** The greys of the dark scheme, with a touch of the accent. */
const night: MantineColorsTuple = [
  '#e8eaf0',
  '#c9cdd8',
  '#adb3c2',
  '#7b8294',
  '#4a4f5e',
  '#343843',
  '#262932',
  '#1d1f26',
  '#16181d',
  '#101216',
];

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 7 },
  colors: { ink, dark: night },
  autoContrast: true,
  respectReducedMotion: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily: LETTERS,
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "SF Mono", "Noto Sans Mono", monospace',
  headings: { fontFamily: LETTERS, fontWeight: '650' },
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', size: 'lg' } }),
    Autocomplete: Autocomplete.extend({ defaultProps: { openOnFocus: false } }),
    Badge: Badge.extend({
      styles: {
        root: { height: 'auto', minHeight: 'var(--badge-height)' },
        label: { whiteSpace: 'normal' },
      },
    }),
    Button: Button.extend({ styles: { label: { fontWeight: 600 } } }),
    Input: Input.extend({ styles: { input: { textOverflow: 'ellipsis' } } }),
    InputWrapper: Input.Wrapper.extend({
      styles: {
        label: { fontWeight: 600, marginBottom: 2 },
        description: { fontSize: 'var(--mantine-font-size-sm)' },
        error: { fontSize: 'var(--mantine-font-size-sm)' },
      },
    }),
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        overlayProps: { backgroundOpacity: 0.45 },
        // While a dialog fades out, the keys of the page below do nothing.
        transitionProps: { duration: 0 },
        // The header of a dialog is not a banner of the page.
        attributes: { header: { role: 'none' } },
      },
      styles: { title: { fontWeight: 650, fontSize: 'var(--mantine-font-size-lg)' } },
    }),
    Select: Select.extend({
      defaultProps: { allowDeselect: false, checkIconPosition: 'right', openOnFocus: false },
    }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 'xs' } }),
    TagsInput: TagsInput.extend({ defaultProps: { openOnFocus: false } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: true } }),
  },
});

/** Colours with a contrast of at least 4.5:1 against their background, where the library's own do not reach it. */
export const colorVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#1b1d24',
    '--mantine-color-dimmed': '#565b69',
    '--mantine-color-placeholder': '#666c7a',
    '--mantine-color-error': '#c01f1f',
    '--mantine-color-red-text': '#b81c1c',
    '--mantine-color-green-text': '#1c7430',
    '--mantine-color-teal-text': '#0a7353',
    '--mantine-color-yellow-text': '#8a5300',
    '--mantine-color-orange-text': '#a84300',
    '--mantine-color-gray-text': '#565b69',
    '--mantine-color-red-filled': '#c92a2a',
    '--mantine-color-red-light-color': '#9c1717',
    '--mantine-color-green-light-color': '#1a5e29',
    '--mantine-color-teal-light-color': '#07583f',
    '--mantine-color-yellow-light-color': '#704300',
    '--mantine-color-orange-light-color': '#8c3800',
    '--mantine-color-gray-light-color': '#3d4250',
    '--mantine-color-default-border': '#c3c8d2',
    '--mantine-color-disabled-color': '#666c7a',
    '--tillroom-surface': '#f5f6f9',
    '--tillroom-line': '#e1e4ea',
    '--tillroom-chosen': '#e6ebfb',
    '--tillroom-hover': '#eff2f8',
  },
  dark: {
    '--mantine-color-body': '#1d1f26',
    '--mantine-color-text': '#e8eaf0',
    '--mantine-color-dimmed': '#adb3c2',
    '--mantine-color-placeholder': '#9aa1b2',
    '--mantine-color-error': '#ff9d9d',
    '--mantine-color-anchor': '#a9b8f5',
    '--mantine-color-ink-text': '#a9b8f5',
    '--mantine-color-ink-outline': '#a9b8f5',
    '--mantine-color-ink-light': '#2a3156',
    '--mantine-color-ink-light-hover': '#333c6a',
    '--mantine-color-ink-light-color': '#d3dbfb',
    '--mantine-color-red-text': '#ff9d9d',
    '--mantine-color-red-filled': '#c92a2a',
    '--mantine-color-default': '#262932',
    '--mantine-color-default-hover': '#2f333e',
    '--mantine-color-default-border': '#4a4f5e',
    '--mantine-color-disabled': '#2a2d36',
    '--mantine-color-disabled-color': '#9aa1b2',
    '--tillroom-surface': '#16181d',
    '--tillroom-line': '#343843',
    '--tillroom-chosen': '#2a3156',
    '--tillroom-hover': '#272a33',
  },
});
