export { findVisitor } from './find-visitor.ts';
export { type PreviewVisitor, previewParts } from './preview-context.ts';
