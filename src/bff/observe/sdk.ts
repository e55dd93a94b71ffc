import { DiagLogLevel, diag } from '@opentelemetry/api';

/** The environment as the process has it. */
type Env = Readonly<Record<string, string | undefined>>;

/** OpenTelemetry's SDK, running. */
export interface Telemetry {
  /** Sends what is not sent yet, and stops. Never rejects. */
  stop(): Promise<void>;
}

export interface TelemetryLog {
  info(values: object, text: string): void;
  warn(values: object, text: string): void;
}

const ASKING = [
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT',
  'OTEL_EXPORTER_OTLP_METRICS_ENDPOINT',
  'OTEL_TRACES_EXPORTER',
  'OTEL_METRICS_EXPORTER',
] as const;

/** Which variables ask for spans or metrics to be sent; none: no SDK is loaded. */
export function telemetryAsked(env: Env): string[] {
  if (env.OTEL_SDK_DISABLED === 'true') return [];
  return ASKING.filter((name) => env[name] !== undefined && env[name] !== '' && env[name] !== 'none');
}

/** Of spans, metrics and logs: what the variables leave without a place to go is not sent, rather than to a default address. */
export function exporterDefaults(env: Env): Record<string, string> {
  const everywhere = Boolean(env.OTEL_EXPORTER_OTLP_ENDPOINT);
  const unless = (kind: 'TRACES' | 'METRICS'): Record<string, string> =>
    everywhere || env[`OTEL_EXPORTER_OTLP_${kind}_ENDPOINT`] || env[`OTEL_${kind}_EXPORTER`] ? {} : { [`OTEL_${kind}_EXPORTER`]: 'none' };
  return {
    ...unless('TRACES'),
    ...unless('METRICS'),
    // Log lines go where the process writes them.
    OTEL_LOGS_EXPORTER: 'none',
    ...(env.OTEL_SERVICE_NAME ? {} : { OTEL_SERVICE_NAME: 'aisle' }),
    // Who runs the process, with which arguments, on which host: not asked for, not sent.
    ...(env.OTEL_NODE_RESOURCE_DETECTORS ? {} : { OTEL_NODE_RESOURCE_DETECTORS: 'env' }),
  };
}

/**
 * Starts OpenTelemetry's SDK where the environment asks for it. The SDK is an optional peer: where it is not installed the BFF
 * runs without, and one line says how to install it.
 * @param set writes a variable that the SDK reads.
 * @returns null where nothing is asked for or the SDK is not there.
 */
export async function startTelemetry(
  env: Env,
  log: TelemetryLog,
  set: (name: string, value: string) => void,
  load: () => Promise<typeof import('@opentelemetry/sdk-node')> = () => import('@opentelemetry/sdk-node'),
): Promise<Telemetry | null> {
  const asked = telemetryAsked(env);
  if (asked.length === 0) return null;
  let sdk: typeof import('@opentelemetry/sdk-node');
  try {
    sdk = await load();
  } catch (error) {
    log.warn(
      { asked, code: (error as NodeJS.ErrnoException).code },
      'spans and metrics are asked for, and @opentelemetry/sdk-node is not installed: npm install @opentelemetry/sdk-node',
    );
    return null;
  }
  for (const [name, value] of Object.entries(exporterDefaults(env))) set(name, value);
  const told = (text: string, ...details: unknown[]): void => log.warn({ details: details.map(String) }, `OpenTelemetry: ${text}`);
  // A collector that does not answer is worth a line; what the SDK does otherwise is not.
  diag.setLogger({ error: told, warn: told, info: () => {}, debug: () => {}, verbose: () => {} }, DiagLogLevel.WARN);
  const node = new sdk.NodeSDK({ instrumentations: [] });
  node.start();
  log.info({ asked }, 'OpenTelemetry is on');
  return {
    stop: () => node.shutdown().catch((error: unknown) => log.warn({ err: error }, 'the last spans and metrics could not be sent')),
  };
}
