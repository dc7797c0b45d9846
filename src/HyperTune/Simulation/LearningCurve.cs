using System.Collections.Immutable;
using HyperTune.Numerics;
using HyperTune.Text;

namespace HyperTune;

/// <summary>What one config reports on its way to the end, and how long each step takes.</summary>
public sealed class LearningCurve
{
    private const double SecondsPerStep = 1;

    /// <summary>Creates a curve.</summary>
    /// <param name="values">The reported values, in the objective's unit, one a step; at least one.</param>
    /// <param name="steps">The steps at which they are reported, ascending and at least 0; <see langword="null"/> for 0, 1, 2, ...</param>
    /// <param name="seconds">How many seconds lie before each report, finite and at least 0; <see langword="null"/> for one each.</param>
    /// <param name="final">The objective's value at the end, finite; <see langword="null"/> for the last reported value.</param>
    /// <exception cref="ArgumentException">There is no value, the lists differ in length, steps do not ascend, or the final value is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A step or a number of seconds is outside its range.</exception>
    public LearningCurve(IEnumerable<double> values, IEnumerable<int>? steps = null, IEnumerable<double>? seconds = null, double? final = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        Values = [.. values];
        if (Values.IsEmpty)
        {
            throw new ArgumentException("A curve needs at least one value.", nameof(values));
        }

        Steps = steps is null ? [.. Enumerable.Range(0, Values.Length)] : [.. steps];
        Seconds = seconds is null ? [.. Enumerable.Repeat(SecondsPerStep, Values.Length)] : [.. seconds];
        ThrowIfOther(Steps.Length, nameof(steps));
        ThrowIfOther(Seconds.Length, nameof(seconds));
        for (int i = 0; i < Values.Length; i++)
        {
            Guard.AtLeast(Steps[i], i == 0 ? 0 : Steps[i - 1] + 1, nameof(steps));
            Guard.FiniteAndAtLeast(Seconds[i], 0, nameof(seconds));
        }

        Final = final ?? Values[^1];
        if (!double.IsFinite(Final))
        {
            throw new ArgumentException($"The final value must be finite, and it is {NumberFormat.Invariant(Final)}.", nameof(final));
        }
    }

    /// <summary>The reported values.</summary>
    public ImmutableArray<double> Values { get; }

    /// <summary>The steps at which they are reported, ascending.</summary>
    public ImmutableArray<int> Steps { get; }

    /// <summary>How many seconds lie before each report.</summary>
    public ImmutableArray<double> Seconds { get; }

    /// <summary>The objective's value when all steps are done.</summary>
    public double Final { get; }

    /// <summary>What the reports are values of.</summary>
    /// <value>By default <see cref="ReportKind.Progress"/>.</value>
    public ReportKind Kind { get; init; }

    private void ThrowIfOther(int length, string name)
    {
        if (length != Values.Length)
        {
            throw new ArgumentException($"There are {Values.Length} values and {length} {name}; each value needs one.", name);
        }
    }
}
