// The design tokens, once. CSS reads them as `--tl-<name>` (set by app/theme.ts); charts, which draw
// on a canvas, take the values themselves through `tokens[scheme]` and `palettes[scheme]`.

const light = {
  bg: "#FFFFFF",
  sunken: "#F7F7F5",
  raised: "#FFFFFF",
  hover: "#F0F0ED",
  press: "#E8E8E4",
  selected: "#E5F0F4",
  "accent-tint": "#E5F0F4",
  line: "#E7E6E2",
  "line-2": "#D5D4CF",
  control: "#82858B",
  text: "#1B1D1F",
  "text-2": "#54585E",
  "text-3": "#666A70",
  disabled: "#A3A5A8",
  accent: "#0F6580",
  "accent-hover": "#0B5067",
  "on-accent": "#FFFFFF",
  late: "#B23717",
  "late-tint": "#FBEDE8",
  warn: "#805500",
  "warn-tint": "#FAF2DF",
  "neutral-mark": "#7A7E84",
  scrim: "rgb(20 21 22 / 32%)",
  "shadow-float": "0 8px 24px rgb(0 0 0 / 14%)",
  "shadow-modal": "0 16px 48px rgb(0 0 0 / 18%)",
} as const;

export type TokenName = keyof typeof light;
export type Tokens = Readonly<Record<TokenName, string>>;
export type Scheme = "light" | "dark";

const dark = {
  bg: "#191A1C",
  sunken: "#131415",
  raised: "#212325",
  hover: "#242628",
  press: "#2B2D30",
  selected: "#1C3138",
  "accent-tint": "#1B3038",
  line: "#2A2C2F",
  "line-2": "#3B3E42",
  control: "#74787E",
  text: "#E9E9E6",
  "text-2": "#ADB0B4",
  "text-3": "#969A9F",
  disabled: "#5F6367",
  accent: "#68B8D1",
  "accent-hover": "#86C8DC",
  "on-accent": "#0C1A1F",
  late: "#F28D69",
  "late-tint": "#38221B",
  warn: "#DDB35E",
  "warn-tint": "#30291B",
  "neutral-mark": "#8D9197",
  scrim: "rgb(0 0 0 / 55%)",
  "shadow-float": "0 8px 24px rgb(0 0 0 / 14%)",
  "shadow-modal": "0 16px 48px rgb(0 0 0 / 18%)",
} as const satisfies Tokens;

export const tokens: Readonly<Record<Scheme, Tokens>> = { light, dark };

/** Chart colours: `category` at most six in this order, `order` seven steps, `sided` from negative to positive. */
export type Palette = {
  category: readonly string[];
  order: readonly string[];
  sided: readonly string[];
};

export const palettes: Readonly<Record<Scheme, Palette>> = {
  light: {
    category: ["#0F6580", "#D9A03C", "#C05B35", "#9CCBDA", "#26343B", "#8F9295"],
    order: ["#E8F1F4", "#CFE2E9", "#AECFDB", "#86B7C8", "#5699AF", "#2B7C97", "#0F5E78"],
    sided: ["#B23717", "#D98468", "#F0CDBF", "#EEEEEB", "#C4DDE6", "#6BA9BE", "#0F6580"],
  },
  dark: {
    category: ["#68B8D1", "#EBC273", "#DC7350", "#2A7089", "#DCE1E2", "#7C8084"],
    order: ["#1D333C", "#234652", "#2A5B6B", "#317286", "#3F8BA2", "#57A6BF", "#7CC3D8"],
    sided: ["#DC7350", "#8F5341", "#4A3A36", "#2B2D30", "#2A4A56", "#387A90", "#68B8D1"],
  },
};
