using Microsoft.CodeAnalysis.Text;

namespace HyperTune.Generators.Tests;

/// <summary>A diagnostic's id and the span it must cover.</summary>
internal sealed record ExpectedDiagnostic(string Id, TextSpan Span);
