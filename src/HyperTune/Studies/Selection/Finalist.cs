using System.Collections.Immutable;
using System.Globalization;

namespace HyperTune;

/// <summary>A config that completed more than once, and what its trials say together (<see cref="StudyResult{T}.Finalists"/>).</summary>
/// <typeparam name="T">The config type.</typeparam>
public sealed class Finalist<T>
{
    internal Finalist(ImmutableArray<TrialRecord<T>> trials)
    {
        Trials = trials;
        (Mean, StandardError) = Summarize(trials.AsSpan());
        (FreshMean, double error) = Summarize(trials.AsSpan()[1..]);
        FreshStandardError = trials.Length > 2 ? error : null;
    }

    /// <summary>The config.</summary>
    public T Config => Trials[0].Config;

    /// <summary>Its completed trials, in the order of their numbers; at least two.</summary>
    public ImmutableArray<TrialRecord<T>> Trials { get; }

    /// <summary>The mean of all its values.</summary>
    public double Mean { get; }

    /// <summary>The standard error of <see cref="Mean"/>, by how much the values differ.</summary>
    public double StandardError { get; }

    /// <summary>
    /// The mean without the first value, for whose sake the config was tried again and which therefore flatters it: what to expect of the config.
    /// </summary>
    public double FreshMean { get; }

    /// <summary>The standard error of <see cref="FreshMean"/>; <see langword="null"/> where it is one value.</summary>
    public double? FreshStandardError { get; }

    /// <summary>The means in one line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"mean {Mean:G5} of {Trials.Length} trials (standard error {StandardError:G2}), {FreshMean:G5} without the first: {Trials[0].Describe()}");

    private static (double Mean, double StandardError) Summarize(ReadOnlySpan<TrialRecord<T>> trials)
    {
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < trials.Length; i++)
        {
            // Welford's update of the mean and of the sum of squared differences from it.
            double value = trials[i].Value!.Value;
            double difference = value - mean;
            mean += difference / (i + 1);
            squares += difference * (value - mean);
        }

        return (mean, Math.Sqrt(squares / (trials.Length - 1) / trials.Length));
    }
}
