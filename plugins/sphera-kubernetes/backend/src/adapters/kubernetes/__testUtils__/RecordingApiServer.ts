import { ApiCall, ApiServer } from '../ApiServer';

/** Notes each call before it is made. */
export class RecordingApiServer extends ApiServer {
  readonly calls: ApiCall[] = [];

  override json<T>(call: ApiCall): Promise<T> {
    this.calls.push(call);
    return super.json<T>(call);
  }

  override text(call: ApiCall) {
    this.calls.push(call);
    return super.text(call);
  }

  override stream(call: ApiCall) {
    this.calls.push(call);
    return super.stream(call);
  }
}
