import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface OtlpValue {
  readonly stringValue?: string;
  readonly intValue?: string | number;
  readonly doubleValue?: number;
  readonly boolValue?: boolean;
  readonly arrayValue?: { readonly values?: readonly OtlpValue[] };
}
/** What of `ExportTraceServiceRequest` and `ExportMetricsServiceRequest` is read (OTLP 1.x, JSON). */
interface OtlpRequest {
  readonly resourceSpans?: readonly {
    readonly resource?: { readonly attributes?: OtlpAttributes };
    readonly scopeSpans: readonly {
      readonly spans: readonly (Omit<ReceivedSpan, 'seconds' | 'attributes'> & {
        readonly attributes?: OtlpAttributes;
        readonly startTimeUnixNano: string;
        readonly endTimeUnixNano: string;
      })[];
    }[];
  }[];
  readonly resourceMetrics?: readonly {
    readonly scopeMetrics: readonly {
      readonly metrics: readonly {
        readonly name: string;
        readonly unit: string;
        readonly histogram?: {
          readonly dataPoints?: readonly {
            readonly count: string | number;
            readonly sum: number;
            readonly explicitBounds: readonly number[];
            readonly attributes?: OtlpAttributes;
          }[];
        };
      }[];
    }[];
  }[];
}
type OtlpAttributes = readonly { readonly key: string; readonly value: OtlpValue }[];

/** A span as it arrived, its attributes as plain values. */
export interface ReceivedSpan {
  readonly name: string;
  readonly kind: number;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly traceId: string;
  readonly seconds: number;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly status?: { readonly code?: number; readonly message?: string };
}

/** One data point of a histogram as it arrived. */
export interface ReceivedPoint {
  readonly metric: string;
  readonly unit: string;
  readonly count: number;
  readonly sum: number;
  readonly bounds: readonly number[];
  readonly attributes: Readonly<Record<string, unknown>>;
}

function plain(value: OtlpValue): unknown {
  if (value.intValue !== undefined) return Number(value.intValue);
  if (value.arrayValue) return (value.arrayValue.values ?? []).map(plain);
  return value.stringValue ?? value.doubleValue ?? value.boolValue;
}
const attributesOf = (attributes: OtlpAttributes = []): Record<string, unknown> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, plain(value)]));

/** A collector on this machine that speaks OTLP over HTTP with JSON, and keeps what it is sent. */
export async function startOtlpReceiver() {
  const spans: ReceivedSpan[] = [];
  const points: ReceivedPoint[] = [];
  const bodies: string[] = [];
  const resources: Record<string, unknown>[] = [];

  function keepSpans(body: OtlpRequest): void {
    for (const { resource, scopeSpans } of body.resourceSpans ?? []) {
      resources.push(attributesOf(resource?.attributes));
      for (const { spans: sent } of scopeSpans)
        for (const { attributes, startTimeUnixNano, endTimeUnixNano, ...span } of sent)
          spans.push({
            ...span,
            seconds: Number(BigInt(endTimeUnixNano) - BigInt(startTimeUnixNano)) / 1e9,
            attributes: attributesOf(attributes),
          });
    }
  }
  function keepPoints(body: OtlpRequest): void {
    for (const { scopeMetrics } of body.resourceMetrics ?? [])
      for (const { metrics } of scopeMetrics)
        for (const { name, unit, histogram } of metrics)
          for (const point of histogram?.dataPoints ?? [])
            points.push({
              metric: name,
              unit,
              count: Number(point.count),
              sum: point.sum,
              bounds: point.explicitBounds,
              attributes: attributesOf(point.attributes),
            });
  }

  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    bodies.push(text);
    const body = JSON.parse(text) as OtlpRequest;
    if (request.url === '/v1/traces') keepSpans(body);
    else if (request.url === '/v1/metrics') keepPoints(body);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    points,
    resources,
    /** Everything that was sent, as it was sent. */
    bodies,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
