import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';

/** A wire to the database that can be cut and mended, and that may take its time. */
export class Wire {
  private readonly sockets = new Set<Socket>();
  private isCut = false;

  private constructor(
    private readonly server: Server,
    private readonly port: number,
    private readonly patience: () => number,
  ) {}

  /** @param patience how long a piece that is sent to the database is held back, in ms; order is kept */
  static async to(databaseUrl: string, patience = () => 0): Promise<Wire> {
    const { hostname, port } = new URL(databaseUrl);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const own = typeof address === 'object' && address ? address.port : 0;
    const wire = new Wire(server, own, patience);
    server.on('connection', (near) => wire.join(near, connect(Number(port || 5432), hostname)));
    return wire;
  }

  /** The same database at this wire's end. */
  through(databaseUrl: string): string {
    const { port } = this;
    return Object.assign(new URL(databaseUrl), { hostname: '127.0.0.1', port }).href;
  }

  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.isCut = false;
  }

  stop(): void {
    this.cut();
    this.server.close();
  }

  private join(near: Socket, far: Socket): void {
    if (this.isCut) return void (near.destroy(), far.destroy());
    for (const socket of [near, far]) {
      this.sockets.add(socket);
      socket.setNoDelay();
      socket.on('error', () => socket.destroy());
      socket.on('close', () => this.sockets.delete(socket));
    }
    this.carry(near, far);
    far.pipe(near);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  }

  private carry(near: Socket, far: Socket): void {
    let last = Promise.resolve();
    const queue = (what: () => void) => {
      last = last.then(() => setTimeout(this.patience())).then(what);
    };
    near.on('data', (piece) => queue(() => void far.write(piece)));
    near.on('end', () => queue(() => void far.end()));
  }
}
