import type { Log } from '@sphera/plugin-flags-node';

/** A log whose line can be cut. */
export class CutLog implements Log {
  isCut = false;
  /** Only what is sent does not arrive. */
  isSendingCut = false;

  constructor(private readonly log: Log) {}

  append: Log['append'] = async (...call) => {
    if (this.isSendingCut) throw new Error('The line is cut');
    return this.through().append(...call);
  };
  read: Log['read'] = async (...call) => this.through().read(...call);
  partitions: Log['partitions'] = async (...call) =>
    this.through().partitions(...call);

  private through(): Log {
    if (this.isCut) throw new Error('The line is cut');
    return this.log;
  }
}
