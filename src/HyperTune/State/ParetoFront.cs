using System.Collections.Immutable;

namespace HyperTune.State;

/// <summary>
/// The completed trials that no other one beats in every objective; with one objective, the best one. Trials that break a limit are no part of it: of
/// these only the one that came nearest is known.
/// </summary>
internal sealed class ParetoFront(RowStore losses)
{
    private readonly List<int> _numbers = [];
    private double _leastViolation = double.PositiveInfinity;

    /// <summary>The number of the first trial in the front; with one objective, of the best one. -1 when there is none.</summary>
    public int Best => _numbers.Count == 0 ? -1 : _numbers[0];

    /// <summary>While every trial broke a limit, the number of the one that did so least; -1 when there is none.</summary>
    public int Nearest { get; private set; } = -1;

    /// <summary>The numbers of the trials in the front, in ascending order.</summary>
    public ImmutableArray<int> Numbers => [.. _numbers];

    /// <summary>Takes a completed trial in, if it belongs there.</summary>
    /// <param name="number">The trial's number; its losses are known.</param>
    /// <param name="violation">By how much it breaks the limits.</param>
    public void Consider(int number, double violation)
    {
        if (violation > 0)
        {
            if (_numbers.Count == 0 && (Nearest < 0 || violation < _leastViolation))
            {
                (Nearest, _leastViolation) = (number, violation);
            }

            return;
        }

        Nearest = -1;
        int beaten = 0;
        for (int i = 0; i < _numbers.Count; i++)
        {
            int other = _numbers[i];
            if (Beats(other, number))
            {
                return;
            }

            if (Beats(number, other))
            {
                beaten++;
            }
            else
            {
                _numbers[i - beaten] = other;
            }
        }

        _numbers.RemoveRange(_numbers.Count - beaten, beaten);
        _numbers.Insert(~_numbers.BinarySearch(number), number);
    }

    /// <summary>Forgets all trials.</summary>
    public void Clear()
    {
        _numbers.Clear();
        Nearest = -1;
    }

    /// <summary>
    /// Whether a trial is at least as good as another in every objective. Of equal trials the first asked one counts, whichever ended first: so the front does
    /// not depend on the threads' luck.
    /// </summary>
    /// <param name="mine">The trial's losses.</param>
    /// <param name="others">The other's losses.</param>
    /// <param name="isFirst">Whether the trial was asked before the other.</param>
    public static bool Beats(ReadOnlySpan<double> mine, ReadOnlySpan<double> others, bool isFirst)
    {
        bool isSmaller = false;
        for (int i = 0; i < mine.Length; i++)
        {
            if (mine[i] > others[i])
            {
                return false;
            }

            isSmaller |= mine[i] < others[i];
        }

        return isSmaller || isFirst;
    }

    private bool Beats(int number, int other) => Beats(losses[number].Span, losses[other].Span, number < other);
}
