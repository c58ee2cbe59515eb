// Starts the application. The build writes two preload links into the page, which say where it lies.

const address = (rel) => document.querySelector(`link[rel="${rel}"]`).href;

try {
  const { default: start } = await import(address("modulepreload"));
  await start({ module_or_path: address("preload") });
} catch (error) {
  const message = document.createElement("p");
  message.setAttribute("role", "alert");
  message.textContent = `Attest could not start: ${error.message}. It needs a current browser with WebAssembly.`;
  document.body.replaceChildren(message);
  throw error;
}
