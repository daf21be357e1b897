import {
  listServiceDeployments,
  ServiceDeployments,
} from '@sphera/plugin-kubernetes-common';
import {
  allPages,
  type OperationsService,
} from '@sphera/plugin-operations-node';

const PAGE = 200;

/** Every service with all that runs of it; whoever asks while it is being read shares the answer. */
export class FleetRows {
  private reading?: Promise<ServiceDeployments[]>;

  constructor(private readonly operations: Pick<OperationsService, 'ask'>) {}

  async read(): Promise<ServiceDeployments[]> {
    this.reading ??= this.readAll().finally(() => {
      this.reading = undefined;
    });
    return this.reading;
  }

  private readAll(): Promise<ServiceDeployments[]> {
    return allPages(cursor =>
      this.operations.ask(listServiceDeployments, { limit: PAGE, cursor }),
    );
  }
}
