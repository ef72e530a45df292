// What was typed into a form that was closed without saving or giving it up, by Escape or a press beside it: it
// stands there when the form opens again. One for each form; lives as long as the window.
export function unsaved<Values>() {
  let left: Values | null = null;
  return {
    start: (first: Values): Values => left ?? first,
    keep: (values: Values): void => {
      left = values;
    },
    forget: (): void => {
      left = null;
    },
  };
}
