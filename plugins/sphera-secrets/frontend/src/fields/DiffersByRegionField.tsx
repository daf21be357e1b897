import { Checkbox } from '@backstage/ui';

/** Whether each region has a value of its own, on purpose. */
export function DiffersByRegionField(props: {
  value: boolean;
  onChange(value: boolean): void;
}) {
  return (
    <Checkbox isSelected={props.value} onChange={props.onChange}>
      Each region has a value of its own, on purpose
    </Checkbox>
  );
}
