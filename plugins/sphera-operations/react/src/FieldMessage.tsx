import { Text } from '@backstage/ui';
import { fieldProblem } from './fieldProblem';

/** What an error says about fields that have no place of their own to say it. */
export function FieldMessage(props: { error: Error | null; fields: string[] }) {
  const sentences = props.fields
    .map(field => fieldProblem(props.error, field).validate())
    .filter(sentence => sentence !== true);
  return (
    <div aria-live="polite">
      {sentences.map(sentence => (
        <Text key={sentence} as="p" color="danger" variant="body-small">
          {sentence}
        </Text>
      ))}
    </div>
  );
}
