namespace HyperTune;

/// <summary>What a study tells its storage when it opens it.</summary>
/// <param name="Name">The name that identifies the study in the storage.</param>
/// <param name="Direction">Whether smaller or larger values are better.</param>
/// <param name="Seed">The seed for a study that the storage does not have yet.</param>
/// <param name="Space">The space that is searched.</param>
/// <param name="Options">All other options.</param>
internal sealed record StudyDescription(string Name, OptimizationDirection Direction, ulong Seed, SearchSpace Space, StudyOptions Options);
