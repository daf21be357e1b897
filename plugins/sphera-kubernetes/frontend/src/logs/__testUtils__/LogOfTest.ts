/** A log that a test writes, behind the fetch that pages use. */
export class LogOfTest {
  /** Every request, as its address. */
  readonly asked: URL[] = [];
  /** Answers the next requests with this. */
  refusal?: Response;
  private written = '';
  private open?: {
    controller: ReadableStreamDefaultController<Uint8Array>;
    signal: AbortSignal;
  };
  private second = 0;

  /** Whether somebody reads it now. */
  get isRead(): boolean {
    return Boolean(this.open && !this.open.signal.aborted);
  }

  readonly fetch = async (url: string, init: RequestInit) => {
    this.asked.push(new URL(url.replace('plugin://', 'http://')));
    if (this.refusal) return this.refusal.clone();
    const signal = init.signal!;
    const body = new ReadableStream<Uint8Array>({
      start: controller => {
        this.open = { controller, signal };
        if (this.written) controller.enqueue(encode(this.written));
        signal.addEventListener('abort', () => {
          this.open = undefined;
          controller.error(signal.reason);
        });
      },
    });
    return new Response(body);
  };

  /** Writes lines, one a second. */
  write(...texts: string[]) {
    for (const text of texts) {
      this.second += 1;
      const time = new Date(Date.UTC(2026, 10, 24, 12, 0, this.second));
      const line = `${time.toISOString()} ${text}\n`;
      this.written += line;
      this.open?.controller.enqueue(encode(line));
    }
  }

  /** The container stopped. */
  end() {
    this.open?.controller.close();
    this.open = undefined;
  }

  /** The connection broke. */
  cut() {
    this.open?.controller.error(new TypeError('network error'));
    this.open = undefined;
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
