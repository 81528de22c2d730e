// The colours of the workbench: one accent, greys, and one colour per severity. They are here once; base.css takes
// them as custom properties, antd as tokens.

/** Colour names as they are called in style sheets: `var(--accent)`. */
export const colours = {
  accent: "#1b5a63",
  "accent-strong": "#12434b",
  "accent-soft": "#e4eff0",
  text: "#1d2528",
  "text-soft": "#566266",
  line: "#d9dfe1",
  "line-strong": "#7f8c91",
  paper: "#ffffff",
  ground: "#f4f6f6",
  head: "#eef2f2",
  locked: "#f3f5f5",
  error: "#b3261e",
  "error-soft": "#fcebe9",
  warning: "#8a5300",
  "warning-soft": "#fdf1dd",
  hint: "#2d5f9a",
  "hint-soft": "#e8f0f9",
  good: "#2c6e49",
  "good-soft": "#e6f2ea",
} as const;

export type Colour = keyof typeof colours;

/** The custom properties of the root, as the text of a style sheet would say them. */
export function colourProperties(): readonly (readonly [name: string, value: string])[] {
  return Object.entries(colours).map(([name, value]) => [`--${name}`, value]);
}
