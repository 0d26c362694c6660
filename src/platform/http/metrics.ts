/** Metrics: how many requests, how they ended and how long they took, in the text form that Prometheus reads. */
import type { FastifyReply, FastifyRequest } from 'fastify';

const BOUNDS_MS = [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000];

interface Series {
  count: number;
  sumMs: number;
  buckets: number[];
}

const series = new Map<string, Series>();

export function countRequest(request: FastifyRequest, reply: FastifyReply): void {
  // The pattern, never the path: a code in a label would be personal data, and a series each.
  const labels = `method="${request.method}",route="${request.routeOptions.url ?? 'none'}",status="${reply.statusCode}"`;
  const ms = reply.elapsedTime;
  const found = series.get(labels) ?? { count: 0, sumMs: 0, buckets: BOUNDS_MS.map(() => 0) };
  found.count += 1;
  found.sumMs += ms;
  BOUNDS_MS.forEach((bound, index) => {
    if (ms <= bound) found.buckets[index] = (found.buckets[index] ?? 0) + 1;
  });
  series.set(labels, found);
}

export function metricsText(): string {
  const lines = [
    '# HELP vamco_request_seconds Time to answer, by route pattern.',
    '# TYPE vamco_request_seconds histogram',
  ];
  for (const [labels, { count, sumMs, buckets }] of series) {
    BOUNDS_MS.forEach((bound, index) =>
      lines.push(`vamco_request_seconds_bucket{${labels},le="${bound / 1000}"} ${buckets[index]}`),
    );
    lines.push(
      `vamco_request_seconds_bucket{${labels},le="+Inf"} ${count}`,
      `vamco_request_seconds_sum{${labels}} ${sumMs / 1000}`,
      `vamco_request_seconds_count{${labels}} ${count}`,
    );
  }
  return `${lines.join('\n')}\n`;
}
