export interface Config {
  sphera?: {
    /**
     * What people may do, through Backstage's permission framework. A wrong name stops
     * the start. docs/policy.md explains it with examples.
     */
    policy?: {
      /**
       * Entity ref of the group that may do everything that no rule says otherwise about.
       * Default: group:default/platform.
       */
      platformGroup?: string;
      /**
       * Looked through from the first to the last, before the rules that sphera comes
       * with: the first that names a permission holds.
       */
      rules?: Array<{
        /**
         * Names of permissions, like `sphera-locks.lock`; one that ends in `*` stands for all
         * that begin like it.
         */
        permissions: string[];
        /**
         * `everyone`, `nobody`, `owners`, `platform`, or an object with one of
         * `memberOf` (entity refs of groups), `inEnvironment` (names of environments),
         * `anyOf` and `allOf` (lists of the same) and `not` (one of the same).
         */
        allow: string | object;
      }>;
    };
  };
}
