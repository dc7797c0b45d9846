using System.Collections.Immutable;

namespace HyperTune.Generators.Hints;

/// <summary>What a digest holds of a study.</summary>
/// <param name="Name">The study's name.</param>
/// <param name="Type">The config type's full name.</param>
/// <param name="Fingerprint">That of the space that the study searched.</param>
/// <param name="Hints">What it found out.</param>
internal sealed record DigestStudy(string Name, string Type, string Fingerprint, ImmutableArray<DigestHint> Hints);
