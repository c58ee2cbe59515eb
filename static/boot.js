// Starts the application. The build writes two preload links into the page, which say where it lies.

const address = (rel) => document.querySelector(`link[rel="${rel}"]`).href;

/** Adds the late part of the program, where the page names one: when the page has come up, or as soon as it is asked for. */
function followUp(started) {
  const link = document.querySelector('link[rel="late"]');
  if (!link) return;
  const load = async () => {
    const response = await fetch(link.href);
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    await WebAssembly.instantiateStreaming(response, { m: await started });
  };
  let part;
  globalThis.attestLatePart = () =>
    (part ??= load().catch((error) => {
      part = undefined;
      throw error;
    }));
  const early = () => globalThis.attestLatePart().catch(() => {});
  // Who was here before has a project, which the late part reads.
  if (hasKept()) early();
  addEventListener("attest:started", () => (globalThis.requestIdleCallback ?? setTimeout)(early), { once: true });
}

/** Whether `glance.js` has kept something. */
function hasKept() {
  try {
    return localStorage.length > 0;
  } catch {
    return false;
  }
}

try {
  const { default: start } = await import(address("modulepreload"));
  const started = start({ module_or_path: address("preload") });
  followUp(started);
  await started;
} catch (error) {
  const message = document.createElement("p");
  message.setAttribute("role", "alert");
  message.textContent = `Attest could not start: ${error.message}. It needs a current browser with WebAssembly.`;
  document.body.replaceChildren(message);
  throw error;
}
