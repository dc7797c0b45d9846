using HyperTune.Numerics;

namespace HyperTune;

/// <summary>What is simulated. Immutable; every value is checked when it is set.</summary>
public sealed record SimulationOptions
{
    private const int MaximumWorkers = 1024;

    /// <summary>How the configs are chosen. Over a table, a suggestion counts as the nearest row, in unit coordinates, that was not tried yet.</summary>
    /// <value>By default <see cref="Strategy.Random()"/>, which draws a row that was not tried yet.</value>
    public Strategy Strategy
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Strategy));
    }
    = Strategy.Random();

    /// <summary>How many trials run side by side; from 1 to 1024.</summary>
    /// <value>By default 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside its range.</exception>
    public int Workers
    {
        get;
        init => field = value is >= 1 and <= MaximumWorkers
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Workers), value, $"The number must be from 1 to {MaximumWorkers}.");
    }
    = 1;

    /// <summary>How many trials are started at most; at least 1.</summary>
    /// <value><see langword="null"/>, the default, for no limit but the table's end.</value>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int? Trials
    {
        get;
        init
        {
            Guard.AtLeast(value ?? 1, 1, nameof(Trials));
            field = value;
        }
    }

    /// <summary>
    /// How many steps all trials together make at most; at least 1. Trials that run when they are used up are cut off without a result: so pruners are compared
    /// at the same cost.
    /// </summary>
    /// <value><see langword="null"/>, the default, for no limit.</value>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public long? Steps
    {
        get;
        init => field = value is null or >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Steps), value, "The number must be at least 1.");
    }

    /// <summary>The seed of the first simulation; the next ones have the seeds that follow.</summary>
    /// <value>By default 0.</value>
    public long Seed { get; init; }

    /// <summary>How often each pruner is simulated, each time with another seed; at least 1. <see cref="Simulator.Run"/> looks at the first seed only.</summary>
    /// <value>By default 20.</value>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int Repeats
    {
        get;
        init
        {
            Guard.AtLeast(value, 1, nameof(Repeats));
            field = value;
        }
    }
    = 20;
}
