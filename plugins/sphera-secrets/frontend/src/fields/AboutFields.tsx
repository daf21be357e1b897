import { About } from './About';
import { DescriptionField } from './DescriptionField';
import { DiffersByRegionField } from './DiffersByRegionField';
import { RotateByField } from './RotateByField';

/** What is said about a secret besides its value. */
export function AboutFields(props: {
  value: About;
  onChange(value: About): void;
  error: Error | null;
}) {
  const { value, onChange, error } = props;
  return (
    <>
      <DescriptionField
        value={value.description}
        onChange={description => onChange({ ...value, description })}
        error={error}
      />
      <RotateByField
        value={value.rotateBy}
        onChange={rotateBy => onChange({ ...value, rotateBy })}
        error={error}
      />
      <DiffersByRegionField
        value={value.differsByRegion}
        onChange={differsByRegion => onChange({ ...value, differsByRegion })}
      />
    </>
  );
}
