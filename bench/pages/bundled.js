// What a bundler puts in place of this; text-annotator's ready-made file asks for it.

window.process = { env: { NODE_ENV: "production" } };
