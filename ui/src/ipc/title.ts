// The title of the window, in the chosen language: the page knows it, the frame around it must be told.
import { transport } from "./transport";

export function setTitle(title: string): void {
  document.title = title;
  void transport().setTitle(title);
}
