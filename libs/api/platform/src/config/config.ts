import { Transform, plainToInstance } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
  validateSync,
} from 'class-validator';

const toNumber = ({ value }: { value: unknown }) =>
  typeof value === 'string' ? Number(value) : value;
const toBoolean = ({ value }: { value: unknown }) =>
  value === '1' || value === 'true' ? true : value === '' || value === '0' ? false : value;
const toList = ({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.split(',').map((part) => part.trim()) : value;

/** Everything the API can be told from outside: environment variables, parsed once at the start. */
export class Config {
  /** The application's own role. */
  @IsString()
  @MinLength(1, { message: 'DATABASE_URL must name a PostgreSQL database' })
  readonly DATABASE_URL: string;

  /** The role that owns the tables and runs migrations; the application's role when absent. */
  @IsOptional()
  @IsString()
  readonly MIGRATION_DATABASE_URL?: string;

  @Transform(toNumber)
  @IsInt()
  @Min(1)
  @Max(200)
  readonly DATABASE_POOL: number = 10;

  /** How many times longer than usual the database may take before a request is told to come again, on slow machines. */
  @Transform(toNumber)
  @IsInt()
  @Min(1)
  @Max(60)
  readonly DATABASE_PATIENCE: number = 1;

  @Transform(toNumber)
  @IsInt()
  @Min(0)
  @Max(65_535)
  readonly PORT: number = 4000;

  @IsString()
  readonly HOST: string = '127.0.0.1';

  /** Folder for generated secrets and the one-time setup link. */
  @IsString()
  readonly DATA_DIR: string = '.data';

  /** The built web app; nothing is served outside /api when it is absent. */
  @IsOptional()
  @IsString()
  readonly WEB_ROOT?: string;

  /** Signs sessions and cursors; generated into DATA_DIR when absent. */
  @IsOptional()
  @IsString()
  @MinLength(32, { message: 'JWT_SECRET must have at least 32 characters' })
  readonly JWT_SECRET?: string;

  /** Addresses or networks of proxies whose X-Forwarded-For is believed. None by default. */
  @IsOptional()
  @Transform(toList)
  @IsString({ each: true })
  readonly TRUST_PROXY?: string[];

  /** Cookies are marked Secure and carry the `__Host-` prefix; set it when the product is reached by https. */
  @Transform(toBoolean)
  @IsBoolean()
  readonly SECURE_COOKIES: boolean = false;

  /** Lets a scraper read /metrics with `Authorization: Bearer`, beside administrators. */
  @IsOptional()
  @IsString()
  @MinLength(16, { message: 'METRICS_TOKEN must have at least 16 characters' })
  readonly METRICS_TOKEN?: string;

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
  readonly LOG_LEVEL: string = 'info';

  /** The mail server, such as "smtps://name:password@mail.example.com"; mail stays in the mailbox without one. */
  @IsOptional()
  @Matches(/^smtps?:\/\/\S+$/, { message: 'SMTP_URL must be like smtp://mail.example.com:587' })
  readonly SMTP_URL?: string;

  /** From whom mail comes: an address, or "Name <address>". */
  @ValidateIf(({ MAIL_FROM, SMTP_URL }: Config) => Boolean(MAIL_FROM ?? SMTP_URL))
  @Matches(/^([^<>\r\n"]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, {
    message: 'MAIL_FROM must be like "Acme <post@acme.example>", and is needed with SMTP_URL',
  })
  readonly MAIL_FROM?: string;

  /** Who writes invoices. */
  @IsString()
  @MaxLength(100)
  readonly COMPANY_NAME: string = 'Tidemark';

  /** Below the name at the head of an invoice; "|" begins a new line. */
  @IsString()
  @MaxLength(500)
  readonly COMPANY_ADDRESS: string = '';

  /** At the foot of every page of an invoice, such as bank account and tax number; "|" begins a new line. */
  @IsString()
  @MaxLength(500)
  readonly INVOICE_FOOTER: string = '';

  /** A font file that invoices use for letters that their own font lacks, before the pixel font that has all. */
  @IsOptional()
  @IsString()
  readonly INVOICE_FONT?: string;

  /** Fills an empty database with the demo team. */
  @Transform(toBoolean)
  @IsBoolean()
  readonly TIDEMARK_DEMO: boolean = false;
}

/**
 * Reads the configuration from environment variables; empty ones count as absent.
 * @throws Error naming every variable that cannot be used, and why.
 */
export function loadConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.entries(environment).filter(
    ([, value]) => value !== undefined && value !== '',
  );
  const config = plainToInstance(Config, Object.fromEntries(given), { exposeDefaultValues: true });
  const problems = validateSync(config).flatMap(({ constraints }) =>
    Object.values(constraints ?? {}),
  );
  if (problems.length > 0)
    throw new Error(`The configuration is not usable:\n- ${problems.join('\n- ')}`);
  return config;
}
