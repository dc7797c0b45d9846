using HyperTune.Storage.Journal.Distributions;

namespace HyperTune.Storage.Journal.Replay;

/// <summary>What records say again and again at length: which distributions the parameters of a trial have.</summary>
internal sealed class JournalRepeats
{
    /// <summary>The distributions of all parameters of a trial.</summary>
    public RepeatedText<JournalTrialDistributions> OfTrials { get; } = new();

    /// <summary>The distribution of a parameter.</summary>
    public RepeatedText<JournalDistribution> OfParameters { get; } = new();
}
