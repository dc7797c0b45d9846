using System.Collections.Immutable;

namespace HyperTune;

/// <summary>A trial to be written as one record: one that starts with its parameters, one that waits, or one that is finished already.</summary>
internal sealed class JournalTrialTemplate
{
    public TrialState State { get; init; } = TrialState.Running;

    /// <summary>When the trial started, in UTC.</summary>
    /// <value><see langword="null"/> for a trial that waits.</value>
    public DateTime? Started { get; init; }

    /// <summary>When the trial finished, in UTC.</summary>
    /// <value><see langword="null"/> for a trial that has not.</value>
    public DateTime? Finished { get; init; }

    public ImmutableArray<JournalParameter> Parameters { get; init; } = [];

    /// <summary>One value an objective; empty for none.</summary>
    public ImmutableArray<double> Values { get; init; } = [];

    public ImmutableArray<(long Step, double Value)> IntermediateValues { get; init; } = [];

    /// <summary>Names and values, the values as JSON.</summary>
    public ImmutableArray<KeyValuePair<string, string>> UserAttributes { get; init; } = [];

    /// <summary>Names and values, the values as JSON.</summary>
    public ImmutableArray<KeyValuePair<string, string>> SystemAttributes { get; init; } = [];
}
