/** The studio of the story: the head and the foot of its invoices. */
const LETTERHEAD = {
  COMPANY_NAME: 'Saltmarsh Studio',
  COMPANY_ADDRESS:
    'Saltmarsh Studio, Lda. | Rua do Cais 14, 2.º | 1200-109 Lisboa, Portugal | office@saltmarsh.example',
  INVOICE_FOOTER:
    'Saltmarsh Studio, Lda. · Ana Pereira, managing partner · NIPC 509 000 001 | ' +
    'Banco da Foz · IBAN PT50 0002 0123 1234 5678 9015 4 · BIC BFOZPTPL | ' +
    'Invented for the demo: nothing here can be paid.',
};

/**
 * Environment variables for a demo: with the letterhead of the team unless there is another, and without a mail
 * server, whoever has one in the environment. Mail to invented clients must not go out.
 */
export function demoEnvironment(
  environment: Record<string, string | undefined>,
): Record<string, string | undefined> {
  const own = Object.entries(LETTERHEAD).filter(([name]) => !environment[name]);
  return { ...environment, ...Object.fromEntries(own), SMTP_URL: undefined };
}
