type Env = NodeJS.ProcessEnv;

/**
 * A setting from the environment.
 *
 * @throws Error where it is missing and has no fallback
 */
export function text(env: Env, name: string, fallback?: string): string {
  const value = env[name] || fallback;
  if (value === undefined) throw new Error(`${name} is missing in the environment`);
  return value;
}

/**
 * A whole number from the environment.
 *
 * @throws Error where it is missing and has no fallback, or is no whole number from 0
 */
export function number(env: Env, name: string, fallback?: number): number {
  const value = text(env, name, fallback?.toString());
  if (!/^\d+$/.test(value)) throw new Error(`${name} must be a whole number`);
  return Number(value);
}
