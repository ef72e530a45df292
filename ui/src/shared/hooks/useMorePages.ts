// What follows a first page that came with something else (a record, a board). Nothing is asked for
// until more is wanted; from then on the pages stay fresh like any other query.
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";

type Options<Page> = {
  key: readonly unknown[];
  /** the first page's cursor; null when it held everything */
  after: string | null;
  fetch: (after: string) => Promise<Page>;
  reads: readonly string[];
};

export function useMorePages<Page extends { next: string | null }>({ key, after, fetch, reads }: Options<Page>) {
  const [wanted, setWanted] = useState(false);
  const query = useInfiniteQuery({
    queryKey: [...key, "after", after],
    queryFn: ({ pageParam }) => fetch(pageParam),
    initialPageParam: after ?? "",
    getNextPageParam: (page) => page.next,
    enabled: wanted && after !== null,
    placeholderData: keepPreviousData,
    meta: { reads },
  });
  const pages = after === null ? [] : (query.data?.pages ?? []);
  const done = after === null || (query.data !== undefined && !query.hasNextPage);
  const more = () => {
    if (!wanted) setWanted(true);
    else if (!query.isFetching) void query.fetchNextPage();
  };
  return { pages, more: done ? undefined : more };
}
