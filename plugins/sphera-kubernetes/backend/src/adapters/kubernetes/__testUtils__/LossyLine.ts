import net from 'node:net';

/** A line to a server that can be cut, or go dead without a word, as networks do. */
export class LossyLine {
  private readonly sockets = new Set<net.Socket>();
  private dead = false;
  private down = false;

  private constructor(private readonly server: net.Server) {}

  static async to(target: { host: string; port: number }): Promise<LossyLine> {
    const server = net.createServer();
    const line = new LossyLine(server);
    server.on('connection', near => {
      if (line.down) {
        near.destroy();
        return;
      }
      const far = net.connect(target);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ]) {
        line.sockets.add(one);
        one.on('data', chunk => {
          if (!line.dead) other.write(chunk);
        });
        one.on('error', () => other.destroy());
        one.on('close', () => {
          line.sockets.delete(one);
          other.destroy();
        });
      }
    });
    await new Promise<void>(resolve =>
      server.listen(0, '127.0.0.1', () => resolve()),
    );
    return line;
  }

  get port(): number {
    return (this.server.address() as net.AddressInfo).port;
  }

  /** Breaks all connections; new ones are refused until `mend`. */
  cut(): void {
    this.down = true;
    this.drop();
  }

  /** Breaks all connections; new ones are taken. */
  drop(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  /** From now on nothing comes through, and nobody is told. */
  goDead(): void {
    this.dead = true;
  }

  mend(): void {
    this.down = false;
    this.dead = false;
  }

  async close(): Promise<void> {
    this.drop();
    await new Promise(resolve => this.server.close(resolve));
  }
}
