// Types of what the bundler adds: style imports and `import.meta.glob`.
/// <reference types="vite/client" />
