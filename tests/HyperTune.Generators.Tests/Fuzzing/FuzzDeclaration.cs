namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>A random declaration: its code, and what must come of it.</summary>
internal sealed class FuzzDeclaration
{
    public const string Usings = "using System;\nusing System.Collections.Generic;\nusing System.Collections.Immutable;\nusing HyperTune;\n";

    public required ulong Seed { get; init; }

    /// <summary>The code below <see cref="Usings"/>.</summary>
    public required string Code { get; init; }

    /// <summary>The ids that must be reported, each once; empty for a valid declaration.</summary>
    public required IReadOnlyList<string> ExpectedIds { get; init; }

    /// <summary>The mistake in words; null for a valid declaration.</summary>
    public string? Mistake { get; init; }

    /// <summary>The declaration that the code was written from.</summary>
    public required SpaceDraft Root { get; init; }

    /// <summary>The metadata name of the root's type.</summary>
    public required string MetadataName { get; init; }

    /// <summary>A set of metrics beside the root; null where there is none.</summary>
    public MetricsDraft? Metrics { get; init; }

    /// <summary>What is unique to this declaration among all: its namespace, or the end of its type's name.</summary>
    public string Tag => TagOf(Seed);

    public bool IsValid => ExpectedIds.Count == 0;

    /// <summary>Whether code is generated for the root: a warning does not hinder it.</summary>
    public bool IsRunnable => ExpectedIds.All(static id => AllAnalyzers.Descriptors.Single(descriptor => descriptor.Id == id).DefaultSeverity < Microsoft.CodeAnalysis.DiagnosticSeverity.Error);

    public static string TagOf(ulong seed) => $"Fuzz{seed}x";
}
