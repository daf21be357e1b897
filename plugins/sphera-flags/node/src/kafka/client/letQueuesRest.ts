import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';

const { scheduleCheckPendingRequests: schedule } = RequestQueue.prototype;

/**
 * Lets connections of kafkajs rest where no request waits. By itself it looks each millisecond after requests that wait,
 * also where none does, on every connection, which costs a portal or an agent that has nothing to do some hundredths of a
 * processor; and asks for less than no time to wait, of which Node.js warns (https://github.com/tulios/kafkajs/issues/1751).
 * Who puts a request into the queue has it looked after in any case. There is no setting for it.
 */
export function letQueuesRest(): void {
  RequestQueue.prototype.scheduleCheckPendingRequests = function look() {
    if (this.pending.length > 0) schedule.call(this);
  };
}
