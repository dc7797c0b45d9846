using HyperTune.Spaces.Comparison;

namespace HyperTune.State;

/// <content>What the search space is narrowed to, and the trials that were enqueued by it.</content>
internal sealed partial class StudyState
{
    private readonly Dictionary<int, SpaceOutline> _narrowings = [];

    /// <summary>What the log says last that the search space is narrowed to; <see langword="null"/> where it says nothing.</summary>
    public SpaceOutline? DeclaredNarrowing { get; private set; }

    /// <summary>What the search space is narrowed to for a trial; <see langword="null"/> for a trial of its own vector or of the strategy.</summary>
    public SpaceOutline? NarrowingOf(int number) => _narrowings.GetValueOrDefault(number);

    /// <summary>Says in which part of the space trials fit from now on; only while nobody has been shown the trials.</summary>
    public void Narrow(SearchSpace space)
    {
        Points.Narrow(space);
        Trials.FindFront();
    }

    /// <summary>The enqueued trial with the given vector that comes in place <paramref name="occurrence"/>, counted from 1; -1 when there are fewer.</summary>
    /// <param name="vector">The vector, as it was enqueued.</param>
    /// <param name="occurrence">Which one.</param>
    /// <param name="narrowing">What the space was narrowed to for the trial, where that was enqueued and the vector is what follows from it.</param>
    public int FindEnqueued(ReadOnlySpan<double> vector, int occurrence, SpaceOutline? narrowing = null)
    {
        if (narrowing is not null)
        {
            return _enqueued.Where(number => NarrowingOf(number)?.Canonical == narrowing.Canonical).Skip(occurrence - 1).FirstOrDefault(-1);
        }

        // The trials' vectors are as they were read.
        double[] wanted = new double[vector.Length];
        Points.Recognize(vector, wanted);
        foreach (int number in _enqueued)
        {
            if (!_narrowings.ContainsKey(number) && Trials.Vector(number).Span.SequenceEqual(wanted) && --occurrence == 0)
            {
                return number;
            }
        }

        return -1;
    }
}
