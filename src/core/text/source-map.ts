import type { Span, Text } from './span.ts';
