import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface ReceivedMail {
  from: string;
  to: string[];
  /** As it went over the wire. */
  raw: string;
}

/** A mail server that really speaks SMTP. It takes every mail unless it is told to fail. */
export class MailServer {
  readonly received: ReceivedMail[] = [];
  /** What the server answers to the recipient; null takes the mail. */
  refusal: { code: number; message: string } | null = null;
  /** Says nothing to the mail itself until the client gives up. */
  hangs = false;
  /** Runs when a mail has come in, before the server says yes. */
  onMail: () => Promise<unknown> = () => Promise.resolve();
  private readonly server: SMTPServer;

  private constructor() {
    const onRcptTo: SMTPServerOptions['onRcptTo'] = (_address, _session, done) => {
      const { refusal } = this;
      done(refusal && Object.assign(new Error(refusal.message), { responseCode: refusal.code }));
    };
    const onData: SMTPServerOptions['onData'] = (stream, { envelope }, done) => {
      void text(stream).then(async (raw) => {
        if (this.hangs) return;
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        this.received.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw });
        await this.onMail();
        done();
      });
    };
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      closeTimeout: 100,
      onRcptTo,
      onData,
    });
    // A client that hangs up in the middle is part of the proof.
    this.server.on('error', () => undefined);
  }

  static async start(): Promise<MailServer> {
    const mail = new MailServer();
    await new Promise<void>((ready) => mail.server.listen(0, '127.0.0.1', ready));
    return mail;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    return new Promise((done) => this.server.close(() => done()));
  }
}
