declare module '*.schema.json?validate' {
  import type { ValidateFunction } from 'ajv';

  const validate: ValidateFunction;
  // biome-ignore lint/style/noDefaultExport: what the compiled module exports
  export default validate;
}
