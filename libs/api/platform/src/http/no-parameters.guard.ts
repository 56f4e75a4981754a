import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import type { FastifyRequest } from 'fastify';
import { refuseUnknown } from './input.pipe';

/**
 * Routes that take no query know no parameter, and none is passed over in silence. Comes after the guards that
 * know who is asking. What lies outside /api (health, metrics) is asked by tools with habits of their own.
 */
@Injectable()
export class NoParametersGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const names = Object.keys(request.query as object);
    const isOurs = request.routeOptions.url?.startsWith('/api/') ?? false;
    if (isOurs && names.length > 0 && !takesQuery(context)) {
      refuseUnknown(names, 'invalid-parameter');
    }
    return true;
  }
}

/** NestJS keeps under "<kind>:<position>" what a handler takes. */
function takesQuery(context: ExecutionContext): boolean {
  const taken: unknown = Reflect.getMetadata(
    ROUTE_ARGS_METADATA,
    context.getClass(),
    context.getHandler().name,
  );
  return Object.keys(taken ?? {}).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`));
}
