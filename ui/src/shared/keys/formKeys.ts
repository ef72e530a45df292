// Keys of a form: the Enter that confirms an input method's candidate never submits it. With `submit`,
// Ctrl+Enter does so from any field, also where Enter means something else.
import { isComposing } from "./composition";

export const formKeys = (submit?: () => void) => (event: React.KeyboardEvent) => {
  if (event.key !== "Enter") return;
  if (isComposing(event.nativeEvent)) return event.preventDefault();
  if (submit === undefined || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.stopPropagation();
  submit();
};
