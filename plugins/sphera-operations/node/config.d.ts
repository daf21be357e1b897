export interface Config {
  sphera?: {
    services?: {
      /** Values of `spec.type` that make a component of the catalog a service. */
      types?: string[];
    };
    policy?: {
      /** What the tokens of programs may ask; every token may ask the gate. */
      callers?: Array<{
        /** Subject of the token, or `*` for every token. */
        subject: string;
        /** Ids like `sphera-locks:lock`; `sphera-locks:*` is all of one plugin. */
        operations: string[];
        /** Entity refs; absent: every service, and calls that name none. */
        services?: string[];
        /** Absent: every environment, and calls that name none. */
        environments?: string[];
      }>;
    };
  };
}
