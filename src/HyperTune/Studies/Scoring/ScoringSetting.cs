using HyperTune.Numerics;

namespace HyperTune.Studies.Scoring;

/// <summary>How the instances of a trial are run.</summary>
internal readonly record struct ScoringSetting
{
    /// <param name="noun">What an instance is called.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="parallelism">How many run side by side.</param>
    /// <param name="isRaced">Whether the pruner may stop the trial between two.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public ScoringSetting(string noun, int count, int parallelism, bool isRaced)
    {
        Guard.AtLeast(count, 1);
        Guard.AtLeast(parallelism, 1);
        (Noun, Count, Parallelism, IsRaced) = (noun, count, parallelism, isRaced);
    }

    public string Noun { get; }

    public int Count { get; }

    public int Parallelism { get; }

    public bool IsRaced { get; }
}
