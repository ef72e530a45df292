// A box that floats over the page near the top: quick log, palette. Typing works from the first frame,
// so nothing waits for a transition; the inside scrolls, the foot stays.
import { Modal } from "@mantine/core";
import css from "./overlay.module.css";

type Props = {
  label: string;
  width: number;
  top: number;
  testId: string;
  onClose: () => void;
  /** Every key that reaches the box, Escape included. */
  onKeyDown: (event: React.KeyboardEvent) => void;
  children: React.ReactNode;
};

const Plain = ({ children }: { children?: React.ReactNode }) => children;

export function Floating({ label, width, top, testId, onClose, onKeyDown, children }: Props) {
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={width}
      radius={12}
      yOffset={`min(${top}px, 14dvh)`}
      transitionProps={{ duration: 0 }}
      closeOnEscape={false}
      scrollAreaComponent={Plain}
      classNames={{ content: css.content ?? "", inner: css.inner ?? "" }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={label} data-testid={testId}>
        <div className={css.frame} tabIndex={-1} onKeyDown={onKeyDown}>
          {children}
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}
