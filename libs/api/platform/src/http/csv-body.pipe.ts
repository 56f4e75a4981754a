import { Injectable, type PipeTransform } from '@nestjs/common';
import { ProblemException } from './problem';

/** The bytes of a CSV file. A route that takes one says so to the server by `@RouteConfig({ csv: true })`. */
@Injectable()
export class CsvBodyPipe implements PipeTransform<unknown, Uint8Array> {
  transform(body: unknown): Uint8Array {
    if (body instanceof Uint8Array) return body;
    throw new ProblemException('unsupported-media-type', 'Send the file as text/csv');
  }
}
