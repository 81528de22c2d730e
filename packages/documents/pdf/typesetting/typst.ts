// The part of the typesetting engine's interface that is used; its platform packages come without types.

/** TypstEngine: what a platform package exports. */
export interface TypstEngine {
  readonly NodeCompiler: { readonly create: (options: TypstOptions) => TypstCompiler };
}

interface TypstOptions {
  readonly workspace: string;
  readonly fontArgs: readonly { readonly fontBlobs: readonly Buffer[] }[];
}

/** TypstCompiler: files are mapped into its memory, a main file is compiled. */
export interface TypstCompiler {
  readonly mapShadow: (path: string, content: Buffer) => void;
  readonly unmapShadow: (path: string) => void;
  readonly compile: (options: { readonly mainFileContent: string }) => TypstResult;
  readonly query: (
    document: TypstDocument,
    options: { readonly selector: string },
  ) => readonly { readonly value: unknown }[];
  readonly pdf: (document: TypstDocument, options: { readonly pdfStandard: string }) => Buffer;
  readonly evictCache: (age: number) => void;
}

/** TypstDocument: a compiled document, opaque to us. */
export interface TypstDocument {
  readonly numOfPages: number;
}

interface TypstResult {
  readonly result: TypstDocument | null;
  readonly takeError: () => TypstDiagnostics | null;
  readonly takeWarnings: () => TypstDiagnostics | null;
}

interface TypstDiagnostics {
  readonly shortDiagnostics: readonly { readonly message: string }[];
}
