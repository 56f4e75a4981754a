/** A mail to one person. */
export interface OutgoingMail {
  /** A checked address. */
  to: string;
  subject: string;
  /** Plain text. */
  text: string;
  attachment: { name: string; content: Buffer };
}
