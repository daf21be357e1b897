import { z } from 'zod/v3';
import { secret, SECRET_PLACEHOLDER, withoutSecrets } from './secret';

const schema = z.object({
  name: z.string(),
  value: secret(z.string()),
  perhaps: secret(z.string()).optional(),
  list: z
    .array(z.object({ key: z.string(), value: secret(z.string()) }))
    .optional(),
  byRegion: z.record(secret(z.string())).optional(),
  checked: secret(z.string())
    .transform(text => text.trim())
    .optional(),
});

describe('a field declared secret', () => {
  it('is replaced wherever it stands', () => {
    const copy = withoutSecrets(schema, {
      name: 'database',
      value: 'hunter2',
      perhaps: 'hunter2',
      list: [{ key: 'a', value: 'hunter2' }],
      byRegion: { 'eu-central-1': 'hunter2' },
      checked: ' hunter2 ',
    });
    expect(copy).toEqual({
      name: 'database',
      value: SECRET_PLACEHOLDER,
      perhaps: SECRET_PLACEHOLDER,
      list: [{ key: 'a', value: SECRET_PLACEHOLDER }],
      byRegion: { 'eu-central-1': SECRET_PLACEHOLDER },
      checked: SECRET_PLACEHOLDER,
    });
  });

  it('stays away where it is absent', () => {
    expect(withoutSecrets(schema, { name: 'database' })).toEqual({
      name: 'database',
    });
  });

  it('does not slip out under a name that the schema does not know', () => {
    expect(withoutSecrets(schema, { nmae: 'hunter2' })).toEqual({
      nmae: SECRET_PLACEHOLDER,
    });
  });

  it('does not slip out of something that is no object', () => {
    expect(withoutSecrets(schema, 'hunter2')).toBe(SECRET_PLACEHOLDER);
  });
});
