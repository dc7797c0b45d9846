using System.Collections.Immutable;
using HyperTune.State;

namespace HyperTune.Studies.Engine;

/// <summary>A moment of a study: enough to read its trials later as they were.</summary>
internal sealed record StudyMoment
{
    public required int TrialCount { get; init; }

    public required int EndedCount { get; init; }

    /// <summary>The trials that no other one beats; with one objective, the best one.</summary>
    public required ImmutableArray<int> Front { get; init; }

    /// <summary>How often a trial had been taken out or back.</summary>
    public required int ExclusionCount { get; init; }

    /// <summary>While every completed trial broke a limit, the one that did so least; -1 when there is none.</summary>
    public required int NearestNumber { get; init; }

    /// <summary>The best completed trial; -1 when there is none.</summary>
    public int BestObservedNumber => Front.IsEmpty ? -1 : Front[0];

    /// <summary>Its value; not a number when there is none.</summary>
    public required double BestObservedValue { get; init; }

    /// <summary>How many trials other processes were running.</summary>
    public required int RunningElsewhere { get; init; }

    /// <summary>How many completed trials are not in the search space of now.</summary>
    public required int MisfitCount { get; init; }

    public required StopReason StopReason { get; init; }

    /// <summary>What the stopping rules of the last run saw.</summary>
    public required ImmutableArray<StoppingVerdict> Verdicts { get; init; }

    /// <summary>The time spent in runs.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The study's notes by their names.</summary>
    public required ImmutableSortedDictionary<string, string> Notes { get; init; }

    public required StoredOutcome? LastFailure { get; init; }
}
