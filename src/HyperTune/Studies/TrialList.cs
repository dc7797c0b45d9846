using System.Collections;
using HyperTune.Studies.Engine;

namespace HyperTune.Studies;

/// <summary>The trials of a study as they were at one moment. A record exists only while somebody looks at it.</summary>
internal sealed class TrialList<T>(Study<T> study, StudyMoment moment) : IReadOnlyList<TrialRecord<T>>
{
    public int Count => moment.TrialCount;

    public TrialRecord<T> this[int index]
        => (uint)index < (uint)Count
            ? study.Read(index, moment)
            : throw new ArgumentOutOfRangeException(
                nameof(index), index, Count == 0 ? "There is no trial yet." : $"The trial's number must be from 0 to {Count - 1}.");

    public IEnumerator<TrialRecord<T>> GetEnumerator()
    {
        for (int number = 0; number < Count; number++)
        {
            yield return this[number];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
