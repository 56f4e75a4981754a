import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Allow, ProblemException, Public, type Viewer } from '@tidemark/api/platform';
import type { FastifyRequest } from 'fastify';

/** Compares the person's role with what the route allows. A route that does not say is closed. */
@Injectable()
export class RolesGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(execution: ExecutionContext): boolean {
    const places = [execution.getHandler(), execution.getClass()];
    if (this.reflector.getAllAndOverride(Public, places) !== undefined) return true;
    const { user } = execution.switchToHttp().getRequest<FastifyRequest & { user?: Viewer }>();
    const roles = this.reflector.getAllAndOverride(Allow.metadata, places) ?? [];
    if (user && roles.includes(user.role)) return true;
    throw new ProblemException('forbidden', 'Your role does not allow this');
  }
}
