/** Work → its value, and the processor time that this process spent on it, in ms: other processes do not make that longer, as they do a wait. */

export async function spent<Value>(work: () => Promise<Value>): Promise<{ readonly value: Value; readonly cpuMs: number }> {
  const before = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  return { value, cpuMs: (user + system) / 1_000 };
}
