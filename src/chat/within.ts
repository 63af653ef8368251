/** A promise and a limit in real time → its value, or something else when it takes too long or fails. */

export async function within<Value, Else>(promise: Promise<Value>, ms: number, otherwise: Else): Promise<Value | Else> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<Else>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), ms);
  });
  try {
    return await Promise.race([promise.catch(() => otherwise), tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
