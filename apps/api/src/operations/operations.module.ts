import { Module } from '@nestjs/common';
import { HealthController } from './health.controller';
import { Metrics } from './metrics';
import { MetricsController } from './metrics.controller';

/** What those who run the product look at. */
@Module({ controllers: [HealthController, MetricsController], providers: [Metrics] })
export class OperationsModule {}
