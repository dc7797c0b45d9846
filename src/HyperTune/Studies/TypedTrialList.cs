using System.Collections;

namespace HyperTune.Studies;

/// <summary>The trials of a study with several metrics. A record exists only while somebody looks at it.</summary>
internal sealed class TypedTrialList<T, TMetrics>(IReadOnlyList<TrialRecord<T>> trials) : IReadOnlyList<TrialRecord<T, TMetrics>>
    where TMetrics : struct, IMetrics<TMetrics>
{
    public int Count => trials.Count;

    public TrialRecord<T, TMetrics> this[int index] => new(trials[index]);

    public IEnumerator<TrialRecord<T, TMetrics>> GetEnumerator() => trials.Select(static trial => new TrialRecord<T, TMetrics>(trial)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
