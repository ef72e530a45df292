// A person as initials: no photo, no colour of their own.
import { Avatar } from "@mantine/core";
import { initials } from "../format/numbers";

export function Initials({ name, size = 40 }: { name: string; size?: number }) {
  return (
    <Avatar size={size} radius={size} aria-hidden styles={{ placeholder: { fontSize: size > 30 ? 16 : 11 } }}>
      {initials(name)}
    </Avatar>
  );
}
