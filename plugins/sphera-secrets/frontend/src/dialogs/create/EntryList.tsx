import { ButtonIcon, Text, TextField } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { NewEntry } from '../../fields/many/NewEntry';
import styles from './EntryList.module.css';
import { ManyEntries } from './useManyEntries';

/** What is going to be created of a text: each name can be changed or left out, no value is shown. */
export function EntryList(props: { many: ManyEntries }) {
  const { entries, problems, rename, leaveOut } = props.many;
  const wrong = problems.filter(Boolean).length;
  return (
    <section aria-label="What will be created">
      <Text as="p" role="status" color={wrong ? 'danger' : 'secondary'}>
        {entries.length} {entries.length === 1 ? 'secret' : 'secrets'}
        {wrong > 0 && `, ${wrong} cannot be created like this`}
      </Text>
      <ul className={styles.entries}>
        {entries.map((entry, i) => (
          <li key={`${entry.line} ${entry.key}`}>
            <div className={styles.name}>
              <TextField
                aria-label={`Name of ${entry.key}, line ${entry.line}`}
                size="small"
                autoComplete="off"
                spellCheck="false"
                value={entry.name}
                onChange={name => rename(entry, name)}
                validationBehavior="aria"
                validate={() => problems[i] ?? true}
              />
              <ButtonIcon
                aria-label={`Leave ${entry.key}, line ${entry.line}, out`}
                icon={<RiCloseLine />}
                size="small"
                variant="tertiary"
                onPress={() => leaveOut(entry)}
              />
            </div>
            <Text as="p" variant="body-small" color="secondary">
              {aboutEntry(entry)}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}

function aboutEntry({ key, line, value, note }: NewEntry): string {
  const lines = value.split('\n').length;
  const length = `${value.length} ${
    value.length === 1 ? 'character' : 'characters'
  }${lines > 1 ? ` in ${lines} lines` : ''}`;
  return `${key}, line ${line}: ${length}.${note ? ` ${note}` : ''}`;
}
