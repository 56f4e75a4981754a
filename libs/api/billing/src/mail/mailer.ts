import { Injectable, Logger } from '@nestjs/common';
import { Config, ProblemException } from '@tidemark/api/platform';
import { createTransport } from 'nodemailer';
import { literalHeader } from './literal-header';
import type { OutgoingMail } from './outgoing-mail';

/** The whole conversation with the mail server, from the connection to its "250". */
const TIMEOUT_MS = 10_000;

/** Gives mail to the mail server of `SMTP_URL`. */
@Injectable()
export class Mailer {
  private readonly logger = new Logger('Mailer');

  constructor(private readonly config: Config) {}

  get hasServer(): boolean {
    return this.config.SMTP_URL !== undefined;
  }

  /**
   * Returns when the server has taken the mail.
   * @throws ProblemException mail-failed when it is away, too slow, or refuses
   */
  async deliver({ to, subject, text, attachment }: OutgoingMail): Promise<void> {
    const transport = createTransport(
      { url: this.config.SMTP_URL },
      { disableFileAccess: true, disableUrlAccess: true },
    );
    const mail = {
      from: this.config.MAIL_FROM,
      to: { name: '', address: to },
      subject: literalHeader(subject),
      text,
      attachments: [
        { filename: attachment.name, content: attachment.content, contentType: 'application/pdf' },
      ],
      signal: AbortSignal.timeout(TIMEOUT_MS),
    };
    try {
      await transport.sendMail(mail);
    } catch (error) {
      throw this.explained(error as SmtpError);
    } finally {
      transport.close();
    }
  }

  private explained(error: SmtpError): ProblemException {
    this.logger.warn(`The mail server did not take a mail: ${error.message}`);
    return new ProblemException(
      'mail-failed',
      `${reason(error)}. Nothing was changed; the invoice can be sent again`,
    );
  }
}

interface SmtpError extends Error {
  code?: string;
  /** The server's answer as a number, such as 550. */
  responseCode?: number;
}

function reason({ code, name, responseCode = 0 }: SmtpError): string {
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ETIMEDOUT') {
    return 'The mail server did not answer in time';
  }
  if (code === 'EAUTH') return 'The mail server did not accept the name and password of SMTP_URL';
  if (responseCode >= 500) return `The mail server refused the mail (${responseCode})`;
  if (responseCode >= 400) return `The mail server takes no mail at the moment (${responseCode})`;
  return 'The mail server could not be reached';
}
