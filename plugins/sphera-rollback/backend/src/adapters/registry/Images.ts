import type { ImageState } from '@sphera/plugin-rollback-common';

/** Registries of the configuration, asked whether an image is still there. */
export interface Images {
  /**
   * @param image - without its tag: `registry.kestrel.example/quotes`
   * Never throws: `unknown` where no registry of the configuration has it, or it does not answer in time. Remembered for
   * a minute.
   */
  stateOf(image: string, tag: string): Promise<ImageState>;
}
