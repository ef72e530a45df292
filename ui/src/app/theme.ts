// The Mantine theme: Touchline's tokens as CSS variables for both schemes, its scales and its
// defaults per component. Colours live in shared/ui/tokens.ts; nothing else spells a hex.
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";
import { type Scheme, tokens } from "../shared/ui/tokens";
import kit from "./theme.module.css";

const azurite: MantineColorsTuple = [
  "#F1F7F9", "#E5F0F4", "#CFE2E9", "#9AC4D3", "#68B8D1", "#4A9FBA", "#2B7C97", "#0F6580", "#0B5067", "#0A3B4D",
];
const gray: MantineColorsTuple = [
  "#F7F7F5", "#F0F0ED", "#E7E6E2", "#D5D4CF", "#B9BABA", "#82858B", "#666A70", "#54585E", "#34373B", "#1B1D1F",
];
const dark: MantineColorsTuple = [
  "#E9E9E6", "#ADB0B4", "#969A9F", "#74787E", "#3B3E42", "#2B2D30", "#212325", "#191A1C", "#131415", "#0C0D0E",
];

// What closes is gone at once: a menu that is opened again while the last one fades would go with it.
const floating = { transition: "pop", duration: 160, exitDuration: 0, timingFunction: "ease-out" } as const;
const pop = {
  in: { opacity: 1, transform: "translateY(0)" },
  out: { opacity: 0, transform: "translateY(4px)" },
  common: { transformOrigin: "top" },
  transitionProperty: "opacity, transform",
};
export const transitionProps = { ...floating, transition: pop };

const input = { defaultProps: { size: "sm" }, classNames: { input: kit.input, label: kit.label, error: kit.error } };

export const theme = createTheme({
  primaryColor: "azurite",
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  black: "#1B1D1F",
  colors: { azurite, gray, dark },
  fontFamily: "var(--tl-font)",
  fontFamilyMonospace: "ui-monospace, Menlo, Consolas, 'Noto Sans Mono', monospace",
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  lineHeights: { xs: "1.5", sm: "1.54", md: "1.54", lg: "1.5", xl: "1.4" },
  fontWeights: { regular: "400", medium: "600", bold: "600" },
  spacing: { xs: "4px", sm: "8px", md: "12px", lg: "16px", xl: "24px" },
  radius: { xs: "4px", sm: "6px", md: "8px", lg: "10px", xl: "12px" },
  defaultRadius: "sm",
  headings: {
    fontFamily: "var(--tl-font)",
    fontWeight: "600",
    textWrap: "balance",
    sizes: {
      h1: { fontSize: "20px", lineHeight: "28px" },
      h2: { fontSize: "16px", lineHeight: "24px" },
      h3: { fontSize: "14px", lineHeight: "20px" },
      h4: { fontSize: "13px", lineHeight: "20px" },
    },
  },
  shadows: { sm: "var(--tl-shadow-float)", md: "var(--tl-shadow-float)", lg: "var(--tl-shadow-modal)", xl: "var(--tl-shadow-modal)" },
  focusRing: "auto",
  focusClassName: "tl-focus",
  activeClassName: "",
  respectReducedMotion: true,
  cursorType: "default",
  // By name, not by import: a part that no page has opened yet stays out of the first chunk.
  components: {
    Button: { defaultProps: { size: "sm", variant: "default" }, classNames: { root: kit.button, section: kit.buttonSection } },
    ActionIcon: { defaultProps: { size: 28, variant: "subtle", color: "gray" }, classNames: { root: kit.icon } },
    // A list that opens by itself would take the first Escape from the window around it.
    Autocomplete: { ...input, defaultProps: { size: "sm", openOnFocus: false, comboboxProps: { transitionProps, shadow: "sm" } } },
    NumberInput: input,
    TextInput: input,
    Textarea: input,
    DateInput: input,
    Select: { ...input, defaultProps: { size: "sm", comboboxProps: { transitionProps, shadow: "sm" }, checkIconPosition: "right" } },
    Checkbox: { defaultProps: { size: "xs", radius: 4 }, classNames: { input: kit.checkbox } },
    Badge: { defaultProps: { variant: "light", radius: 4, size: "md", tt: "none", fw: 400 } },
    Tabs: { classNames: { tab: kit.tab, list: kit.tabs } },
    SegmentedControl: { defaultProps: { size: "sm", withItemsBorders: false }, classNames: { root: kit.segments, indicator: kit.segment, label: kit.segmentLabel } },
    Table: { defaultProps: { withTableBorder: false, withColumnBorders: false, stickyHeader: true, verticalSpacing: 0, fz: "sm" } },
    Modal: {
      defaultProps: { radius: 12, shadow: "lg", transitionProps, overlayProps: { color: "transparent", backgroundOpacity: 1, blur: 0 } },
      classNames: { content: kit.modal, header: kit.modalHead, body: kit.modalBody, title: kit.modalTitle, overlay: kit.scrim },
    },
    Drawer: {
      defaultProps: { position: "right", size: 400, padding: 24, overlayProps: { color: "var(--tl-scrim)", backgroundOpacity: 1, blur: 0 }, transitionProps: { duration: 160, exitDuration: 0 } },
      classNames: { content: kit.drawer, title: kit.modalTitle },
    },
    Menu: { defaultProps: { withInitialFocusPlaceholder: false, shadow: "sm", transitionProps, offset: 4 }, classNames: { dropdown: kit.menu, item: kit.menuItem, label: kit.menuLabel, divider: kit.divider } },
    Popover: { defaultProps: { shadow: "sm", transitionProps, offset: 4 }, classNames: { dropdown: kit.popover } },
    Tooltip: { defaultProps: { openDelay: 400, events: { hover: true, focus: true, touch: false }, fz: "xs", radius: 4 } },
    Kbd: { classNames: { root: kit.kbd } },
    Avatar: { defaultProps: { color: "gray", variant: "filled" }, classNames: { placeholder: kit.avatar } },
    Skeleton: { defaultProps: { animate: false } },
  },
});

const named = (scheme: Scheme): Record<`--${string}`, string> =>
  Object.fromEntries(Object.entries(tokens[scheme]).map(([name, value]) => [`--tl-${name}`, value]));

const mantine: Record<`--${string}`, string> = {
  "--mantine-color-body": "var(--tl-bg)",
  "--mantine-color-text": "var(--tl-text)",
  "--mantine-color-bright": "var(--tl-text)",
  "--mantine-color-dimmed": "var(--tl-text-3)",
  "--mantine-color-placeholder": "var(--tl-text-3)",
  "--mantine-color-error": "var(--tl-late)",
  "--mantine-color-success": "var(--tl-accent)",
  "--mantine-color-anchor": "var(--tl-accent)",
  "--mantine-color-default": "var(--tl-raised)",
  "--mantine-color-default-color": "var(--tl-text)",
  "--mantine-color-default-hover": "var(--tl-hover)",
  "--mantine-color-default-border": "var(--tl-line-2)",
  "--mantine-color-disabled": "var(--tl-bg)",
  "--mantine-color-disabled-color": "var(--tl-disabled)",
  "--mantine-color-disabled-border": "var(--tl-line)",
  "--mantine-primary-color-filled": "var(--tl-accent)",
  "--mantine-primary-color-filled-hover": "var(--tl-accent-hover)",
  "--mantine-primary-color-contrast": "var(--tl-on-accent)",
  "--mantine-color-azurite-filled": "var(--tl-accent)",
  "--mantine-color-azurite-filled-hover": "var(--tl-accent-hover)",
  "--mantine-color-azurite-contrast": "var(--tl-on-accent)",
  "--mantine-color-azurite-light": "var(--tl-accent-tint)",
  "--mantine-color-azurite-light-color": "var(--tl-accent)",
  "--mantine-color-gray-light": "var(--tl-hover)",
  "--mantine-color-gray-light-color": "var(--tl-text-2)",
};

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...mantine, ...named("light") },
  dark: { ...mantine, ...named("dark") },
});
