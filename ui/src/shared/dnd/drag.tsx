// Drag with a pointer, wrapped once: cards that can be picked up, zones that take them. Pointer
// events only (native file drop stays free). The keyboard has its own way in each page, with words.
import { Accessibility, Feedback, PointerActivationConstraints, PointerSensor } from "@dnd-kit/dom";
import { DragDropProvider, DragOverlay, useDraggable, useDroppable } from "@dnd-kit/react";

const SETTLE_MS = 180;
const sensors = [PointerSensor.configure({ activationConstraints: [new PointerActivationConstraints.Distance({ value: 6 })] })];

type Props<T> = {
  onPick: (item: T) => void;
  /** zone is null when the card was let go over nothing or Escape was pressed */
  onDrop: (item: T, zone: string | null) => void;
  overlay: React.ReactNode;
  children: React.ReactNode;
};

export function DragArea<T>({ onPick, onDrop, overlay, children }: Props<T>) {
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  return (
    <DragDropProvider<{ item: T }>
      sensors={sensors}
      plugins={(defaults) => [...defaults.filter((plugin) => plugin !== Accessibility), Feedback.configure({ feedback: "clone" })]}
      onDragStart={({ operation }) => operation.source && onPick(operation.source.data.item)}
      onDragEnd={({ operation, canceled }) => {
        if (operation.source) onDrop(operation.source.data.item, canceled || !operation.target ? null : String(operation.target.id));
      }}
    >
      {children}
      <DragOverlay dropAnimation={still ? null : { duration: SETTLE_MS, easing: "ease-out" }}>{overlay}</DragOverlay>
    </DragDropProvider>
  );
}

export function useDragItem<T>(id: string, item: T) {
  const { ref, isDragSource } = useDraggable<{ item: T }>({ id, data: { item } });
  return { ref, dragging: isDragSource };
}

export function useDropZone(id: string) {
  const { ref, isDropTarget } = useDroppable({ id });
  return { ref, over: isDropTarget };
}
