// Keeping what is being typed: the last text of a place waits a moment, and stores go out one after
// the other, so that a late one never revives what was saved.
type Store = (place: string, body: string) => Promise<unknown>;

export function keeper(store: Store) {
  let queue: Promise<unknown> = Promise.resolve();
  let waiting: { place: string; body: string } | null = null;

  const put = (place: string, body: string): Promise<unknown> => {
    // A draft that cannot be stored must not get in the way of writing; the text is still on screen.
    queue = queue.then(() => store(place, body)).catch(() => undefined);
    return queue;
  };
  const note = (place: string, body: string | null) => {
    waiting = body === null ? null : { place, body };
  };
  const flush = () => {
    if (waiting !== null) void put(waiting.place, waiting.body);
    waiting = null;
  };
  return { put, note, flush };
}
