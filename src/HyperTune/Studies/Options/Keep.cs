using System.Globalization;
using HyperTune.Numerics;

namespace HyperTune;

/// <summary>Which trials keep their artifacts, checkpoints and directories.</summary>
/// <example><c>new StudyOptions { Keep = Keep.Best(3) }</c>.</example>
public sealed record Keep
{
    private Keep(int? count) => Count = count;

    /// <summary>All trials keep them.</summary>
    public static Keep All { get; } = new((int?)null);

    /// <summary>How many trials keep them; <see langword="null"/> for all.</summary>
    internal int? Count { get; }

    /// <summary>
    /// The best trials keep them, by observed values: <see cref="StudyResult{T}.BestObserved"/> and those that follow. With several objectives a trial keeps
    /// them as long as fewer than that many others are at least as good in every objective, so that the whole front does. The others lose
    /// theirs as soon as they have ended.
    /// </summary>
    /// <remarks>
    /// Nothing is deleted of trials that run, wait or failed, nor of trials that are not in the present search space or were taken out of the study. Under noise
    /// <see cref="StudyResult{T}.Best"/> may be another trial than the best observed ones: keep some more there.
    /// </remarks>
    /// <param name="count">How many trials; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public static Keep Best(int count)
    {
        Guard.AtLeast(count, 1, nameof(count));
        return new Keep(count);
    }

    /// <summary>For instance <c>the best 3</c>.</summary>
    public override string ToString() => Count is { } count ? string.Create(CultureInfo.InvariantCulture, $"the best {count}") : "all";
}
