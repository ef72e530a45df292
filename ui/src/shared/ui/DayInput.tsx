// A day in a form: typed or chosen from the calendar, and shown as days are shown everywhere.
import { DateInput, type DateInputProps } from "@mantine/dates";
import { readDay } from "../format/dates";
import { useFormat, usePlace } from "../format/useFormat";
import { DaysHere } from "./DaysHere";

type Props = Omit<DateInputProps, "value" | "defaultValue" | "onChange" | "valueFormat" | "dateParser"> & { value: string | null; onChange: (on: string | null) => void };

export function DayInput({ onChange, ...rest }: Props) {
  const f = useFormat();
  const { today } = usePlace();
  return (
    <DaysHere>
      <DateInput {...rest} valueFormat={f.day} dateParser={(typed) => readDay(typed, today)} onChange={onChange} />
    </DaysHere>
  );
}
