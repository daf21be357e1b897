// What companies call the environment that customers use.
const PRODUCTION = /prod|prd|live/i;

/** Whether an environment is called like one that customers use. */
export const isProductionLike = (environment: string): boolean =>
  PRODUCTION.test(environment);
