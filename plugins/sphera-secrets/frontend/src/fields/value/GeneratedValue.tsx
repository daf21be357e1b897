import { NumberField, Select, Text } from '@backstage/ui';
import { ALPHABETS, type Alphabet } from '@sphera/plugin-secrets-common';
import styles from './value.module.css';
import { GENERATED_LENGTH } from './ValueDraft';

const TITLES: Record<Alphabet, string> = {
  'letters-and-digits': 'Letters and digits',
  'with-symbols': 'Letters, digits and symbols',
  readable: 'Easy to read aloud',
  hex: 'Hexadecimal',
  digits: 'Digits',
};

/** A value that the portal makes up. */
export function GeneratedValue(props: {
  length: number;
  alphabet: Alphabet;
  onChange(change: { length?: number; alphabet?: Alphabet }): void;
  /** What is wrong with the length, as a sentence. */
  problem?: string;
}) {
  const { length, alphabet, onChange, problem } = props;
  return (
    <>
      <div className={styles.generate}>
        <NumberField
          label="Length"
          size="medium"
          minValue={GENERATED_LENGTH.least}
          maxValue={GENERATED_LENGTH.most}
          value={length}
          onChange={value => onChange({ length: value })}
          validationBehavior="aria"
          validate={() => problem ?? true}
        />
        <Select
          label="Alphabet"
          size="medium"
          options={Object.entries(ALPHABETS).map(([id, description]) => ({
            id,
            label: TITLES[id as Alphabet],
            description,
          }))}
          selectedKey={alphabet}
          onSelectionChange={key => onChange({ alphabet: key as Alphabet })}
        />
      </div>
      <Text color="secondary">
        Made up by the portal: nobody sees it, not even you.
      </Text>
    </>
  );
}
