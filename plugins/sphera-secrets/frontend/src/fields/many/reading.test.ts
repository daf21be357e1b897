import { parse } from 'dotenv';
import { readEnv } from './readEnv';
import { readJson } from './readJson';
import { toStandardName } from './toStandardName';

const asObject = (text: string) =>
  Object.fromEntries(
    readEnv(text).entries.map(({ key, value }) => [key, value]),
  );

describe('A .env file', () => {
  it.each([
    'A=b',
    'A = b ',
    'export A=b',
    'A=b # comment',
    'A=b#comment',
    '# comment\n\nA=b',
    'A="b # no comment" # comment',
    "A='b\\n'",
    'A="b\\nc"',
    'A="b\nc\n\nd"\nE=f',
    "A='-----BEGIN\nEND-----'\nB=c",
    'A=`b "c" \'d\'`',
    'A=',
    'A=""',
    'A: b',
    'A=b=c==',
    'a.b-c=d',
    "A=it's",
    'A={"b":"c"}',
    'A=b\r\nC=d\r\n',
    'A="\\"b\\""',
    '  A=b',
  ])('is read as dotenv reads it: %j', text => {
    expect(asObject(text)).toEqual(parse(text));
    expect(readEnv(text).problems).toEqual([]);
  });

  it('keeps a name that occurs twice, with its lines', () => {
    expect(readEnv('A=1\n\nA=2').entries).toEqual([
      { key: 'A', value: '1', line: 1 },
      { key: 'A', value: '2', line: 3 },
    ]);
  });

  it('says where a # cut a value off, which may have been meant as part of it', () => {
    const { entries } = readEnv('A=b#c\nD=e # f\nG="h#i"');
    expect(entries.map(({ note }) => note)).toEqual([
      'Read up to the #. Put it in quotation marks to keep all.',
      undefined,
      undefined,
    ]);
  });

  it('names the lines that cannot be read, without quoting them', () => {
    expect(readEnv('A=1\nhunter2hunter2\nB="open\nC=3').problems).toEqual([
      { line: 2, message: 'is not written like NAME=value' },
      { line: 3, message: 'opens a quotation mark that is never closed' },
    ]);
    expect(readEnv('A="b" c\nD=e')).toEqual({
      entries: [{ key: 'D', value: 'e', line: 2 }],
      problems: [
        { line: 1, message: 'goes on after its closing quotation mark' },
      ],
    });
  });
});

describe('JSON of many secrets', () => {
  it('gives each field with its line', () => {
    expect(readJson('{\n "A": "b\\nc",\n "A": "d"\n}')).toEqual({
      entries: [
        { key: 'A', value: 'b\nc', line: 2 },
        { key: 'A', value: 'd', line: 3 },
      ],
      problems: [],
    });
  });

  it.each([
    [
      '{\n "A": 4711 }',
      2,
      'A is a number: a value is a string, in quotation marks',
    ],
    [
      '{"A": {"b": "c"}}',
      1,
      'A is an object: a value is a string, in quotation marks',
    ],
    ['["a"]', 1, 'must begin an object, like {"database-password": "…"}'],
    ['{\n"A": "b"\n"C": "hunter2"}', 3, 'is not JSON: comma expected'],
    ['{"A": hunter2}', 1, 'is not JSON: invalid symbol'],
  ])(
    'says what is wrong with %j, without quoting values',
    (text, line, message) => {
      expect(readJson(text).problems).toEqual([{ line, message }]);
    },
  );
});

describe('A name', () => {
  const hyphens = (name: string) => /^[a-z][a-z0-9-]{1,62}$/.test(name);
  it.each([
    ['DATABASE_PASSWORD', 'database-password'],
    ['databasePassword', 'database-password'],
    ['DBPassword', 'db-password'],
    ['spring.datasource.password', 'spring-datasource-password'],
    ['database-password', 'database-password'],
    ['STRIPE_KEY_2', 'stripe-key-2'],
    ['2FA', '2-fa'],
  ])('%s becomes %s where words are joined by hyphens', (key, name) => {
    expect(toStandardName(key, hyphens)).toBe(name);
  });

  it('stays as it is where the standard has it so', () => {
    const upper = (name: string) => /^[A-Z_]+$/.test(name);
    expect(toStandardName('database-password', upper)).toBe(
      'DATABASE_PASSWORD',
    );
    expect(toStandardName('DATABASE_PASSWORD', upper)).toBe(
      'DATABASE_PASSWORD',
    );
  });
});
