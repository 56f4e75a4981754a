import type { MigrationInterface } from 'typeorm';
import { CreateTrail1763900000000 } from './1763900000000-CreateTrail';
import { CreateAccounts1763900100000 } from './1763900100000-CreateAccounts';
import { CreateWork1763900200000 } from './1763900200000-CreateWork';
import { CoverFeedFilters1763900300000 } from './1763900300000-CoverFeedFilters';
import { CreateInvoices1763910100000 } from './1763910100000-CreateInvoices';
import { CreateComments1763910200000 } from './1763910200000-CreateComments';
import { CreateTemplatesAndFilters1763910300000 } from './1763910300000-CreateTemplatesAndFilters';
import { AllowImportedTime1763920100000 } from './1763920100000-AllowImportedTime';
import { CreateSettings1763920200000 } from './1763920200000-CreateSettings';
import { ClosePeriods1763920200100 } from './1763920200100-ClosePeriods';
import { FindKindsAndBatches1763920300000 } from './1763920300000-FindKindsAndBatches';
import { ReversePayments1763930200000 } from './1763930200000-ReversePayments';

/** In the order in which they are applied. */
export const migrations: (new () => MigrationInterface)[] = [
  CreateTrail1763900000000,
  CreateAccounts1763900100000,
  CreateWork1763900200000,
  CoverFeedFilters1763900300000,
  CreateInvoices1763910100000,
  CreateComments1763910200000,
  CreateTemplatesAndFilters1763910300000,
  AllowImportedTime1763920100000,
  CreateSettings1763920200000,
  ClosePeriods1763920200100,
  FindKindsAndBatches1763920300000,
  ReversePayments1763930200000,
];
