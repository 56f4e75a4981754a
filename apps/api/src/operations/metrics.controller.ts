import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Allow } from '@tidemark/api/platform';
import { METRICS_TYPE, Metrics } from './metrics';

@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  /** Prometheus text, for administrators. A scraper with METRICS_TOKEN is answered before it gets here. */
  @Get()
  @Allow('admin')
  @Header('content-type', METRICS_TYPE)
  read(): Promise<string> {
    return this.metrics.text();
  }
}
