/** Modules that Node brings along and that need no `node:`. A list of our own: the scanner's Node is not the function's. */
const builtins: ReadonlySet<string> = new Set(
  `assert assert/strict async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns
  dns/promises domain events fs fs/promises http http2 https inspector inspector/promises module net os path path/posix
  path/win32 perf_hooks process punycode querystring readline readline/promises repl stream stream/consumers stream/promises
  stream/web string_decoder sys timers timers/promises tls trace_events tty url util util/types v8 vm wasi worker_threads
  zlib`.split(/\s+/),
);

/** The name without `node:`, or undefined when Node brings no such module. */
export function builtinName(specifier: string): string | undefined {
  if (specifier.startsWith('node:')) return specifier.slice('node:'.length);
  return builtins.has(specifier) ? specifier : undefined;
}
