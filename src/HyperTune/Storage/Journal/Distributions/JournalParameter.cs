namespace HyperTune.Storage.Journal.Distributions;

/// <summary>A parameter of a stored trial.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Value">The internal value: the number itself, never its logarithm, or the index of a choice.</param>
/// <param name="Distribution">The distribution that the trial used.</param>
internal readonly record struct JournalParameter(string Name, double Value, JournalDistribution Distribution);
