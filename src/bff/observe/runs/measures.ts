import { type Attributes, type Meter, type Histogram as OtelHistogram, ValueType } from '@opentelemetry/api';
import { Histogram, type Registry } from 'prom-client';
import { AGENT, attribute, metric, SECONDS, TOKENS } from './names.ts';
import type { RunSink } from './run-reading.ts';
import type { ModelPlace } from './spans.ts';

/** One histogram of the GenAI conventions, for Prometheus and for OpenTelemetry at once. */
function histogram(
  name: string,
  unit: 's' | '{token}',
  { registry, meter }: { readonly registry: Registry; readonly meter: Meter },
  help: string,
  labels: readonly string[],
): (value: number, attributes: Attributes) => void {
  const buckets = unit === 's' ? SECONDS : TOKENS;
  const promName = (each: string): string => each.replaceAll('.', '_');
  const prometheus = new Histogram({
    // As OpenTelemetry's own bridge to Prometheus spells it, so that its dashboards fit.
    name: `${promName(name)}${unit === 's' ? '_seconds' : ''}`,
    help,
    labelNames: labels.map(promName),
    buckets,
    registers: [registry],
  });
  const otel: OtelHistogram = meter.createHistogram(name, {
    unit,
    description: help,
    valueType: unit === 's' ? ValueType.DOUBLE : ValueType.INT,
    advice: { explicitBucketBoundaries: [...buckets] },
  });
  return (value, attributes) => {
    const given = Object.entries(attributes).filter(([, each]) => each !== undefined);
    prometheus.observe(
      Object.fromEntries(given.flatMap(([key, each]) => (labels.includes(key) ? [[promName(key), String(each)]] : []))),
      value,
    );
    otel.record(value, Object.fromEntries(given));
  };
}

export interface MeasuresOptions {
  readonly registry: Registry;
  readonly meter: Meter;
  readonly placeOf: (model: string) => ModelPlace;
  readonly toolNamed: (name: string) => string;
}

/** How long runs, model calls and tools take and how many tokens they use. One for all runs of a BFF. */
export function runMeasures({ registry, meter, placeOf, toolNamed }: MeasuresOptions): RunSink {
  const homes = { registry, meter };
  const { operation, provider, requestModel, errorType, tokenType, toolName, agent: agentName, serverAddress, serverPort } = attribute;
  const chatLabels = [operation, provider, requestModel];
  const chatSeconds = histogram(metric.chat, 's', homes, 'How long calls of a model took', [...chatLabels, errorType]);
  const firstChunk = histogram(metric.firstChunk, 's', homes, 'Until the first word or call of a model', chatLabels);
  const tokens = histogram(metric.tokens, '{token}', homes, 'Tokens of model calls, as the provider counts them', [
    ...chatLabels,
    tokenType,
  ]);
  const agentSeconds = histogram(metric.agent, 's', homes, 'How long turns took', [agentName, errorType]);
  const toolSeconds = histogram(metric.tool, 's', homes, 'How long tools took', [toolName, errorType]);
  const failed = (error: string | undefined): Attributes => (error === undefined ? {} : { [errorType]: error });
  return {
    chat({ model, seconds, first_s, usage, error }) {
      const place = placeOf(model);
      const labels: Attributes = { [operation]: 'chat', [provider]: place.provider, [requestModel]: model };
      if (place.address !== undefined) labels[serverAddress] = place.address;
      if (place.port !== undefined) labels[serverPort] = place.port;
      chatSeconds(seconds, { ...labels, ...failed(error) });
      if (first_s !== undefined) firstChunk(first_s, labels);
      if (usage?.input_tokens !== undefined) tokens(usage.input_tokens, { ...labels, [tokenType]: 'input' });
      if (usage?.output_tokens !== undefined) tokens(usage.output_tokens, { ...labels, [tokenType]: 'output' });
    },
    tool({ name, seconds, error }) {
      toolSeconds(seconds, { [operation]: 'execute_tool', [toolName]: toolNamed(name), ...failed(error) });
    },
    ended({ seconds, error }) {
      agentSeconds(seconds, { [operation]: 'invoke_agent', [agentName]: AGENT, ...failed(error) });
    },
  };
}
