import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { OPTIONS, variableOf } from './optionList';
import { SettingsError } from './SettingsError';

/** What was given on the command line and in the environment. */
export class GivenOptions {
  private readonly values: Record<string, unknown>;

  /** @throws SettingsError */
  constructor(args: string[], private readonly env: NodeJS.ProcessEnv) {
    this.values = valuesIn(args);
  }

  has(name: string): boolean {
    if (this.values[name] !== undefined) return true;
    return /^(1|true|yes)$/i.test(this.env[variableOf(name)] ?? '');
  }

  text(name: string): string | undefined {
    const [given] = this.given(name);
    return given;
  }

  /** All that were given, also with commas between. */
  list(name: string): string[] {
    return this.given(name)
      .flatMap(text => text.split(','))
      .map(text => text.trim())
      .filter(text => text !== '');
  }

  /** @throws SettingsError where it is missing */
  must(name: string): string {
    const text = this.text(name);
    if (text !== undefined) return text;
    throw new SettingsError(
      `--${name} is missing: set it, or ${variableOf(name)} in the environment`,
    );
  }

  /** The text of the file that an option names. @throws SettingsError where it cannot be read */
  file(name: string): string | undefined {
    const path = this.text(name);
    return path === undefined ? undefined : textOf(path, `--${name}`);
  }

  /** A secret: from the environment, or from the file that `--<name>-file` names. */
  secret(name: string): string | undefined {
    return (
      this.env[variableOf(name)] ||
      this.file(`${name}-file`)?.replace(/\r?\n$/, '')
    );
  }

  private given(name: string): string[] {
    const argument = this.values[name] as string | string[] | undefined;
    if (argument !== undefined) {
      return [argument].flat().filter(text => text !== '');
    }
    const variable = this.env[variableOf(name)];
    return variable ? [variable] : [];
  }
}

/** @throws SettingsError; `option` is who named it */
export function textOf(path: string, option: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as { code?: string };
    throw new SettingsError(
      `${option} names the file ${path}, which cannot be read (${code})`,
    );
  }
}

function valuesIn(args: string[]): Record<string, unknown> {
  const options = Object.fromEntries(
    OPTIONS.map(({ name, value, isList }) => [
      name,
      {
        type: value ? ('string' as const) : ('boolean' as const),
        multiple: isList ?? false,
      },
    ]),
  );
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new SettingsError(sentenceOf(error as Error & { code?: string }));
  }
}

/** What is not understood may be a secret, so that only names of options are repeated. */
function sentenceOf({ code, message }: Error & { code?: string }): string {
  const [, option] = /'(?:-\w, )?(--?[\w-]+)/.exec(message) ?? [];
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `There is no option ${option}: --help tells which there are`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return `The option ${option} needs another form: --help tells which`;
    default:
      return 'There is an argument that belongs to no option: --help tells which there are';
  }
}
