using HyperTune.Numerics;
using HyperTune.Text;

namespace HyperTune;

/// <summary>Settings of <see cref="Strategy.PopulationBased(PopulationOptions)"/>.</summary>
public sealed record PopulationOptions
{
    /// <summary>How many members are trained side by side, each in intervals of one trial.</summary>
    /// <value>At least 2. By default 8, enough for two to be exploited and two to be replaced; the paper has 20 to 80. No less than there are workers.</value>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 2.</exception>
    public int Population
    {
        get;
        init
        {
            Guard.AtLeast(value, 2, nameof(Population));
            field = value;
        }
    }
    = 8;

    /// <summary>Which share of the members are replaced by copies, and which share of the best are copied.</summary>
    /// <value>From 0, where every member keeps its first config, to 0.5; by default the paper's 0.25. Rounded up to whole members.</value>
    /// <exception cref="ArgumentOutOfRangeException">The number is not in [0, 0.5].</exception>
    public double ExploitFraction
    {
        get;
        init => field = Checked(value, 0.5, nameof(ExploitFraction));
    }
    = 0.25;

    /// <summary>How likely each parameter of a copy is drawn anew instead of being changed a little.</summary>
    /// <value>From 0 to 1; by default the paper's 0.25.</value>
    /// <exception cref="ArgumentOutOfRangeException">The number is not in [0, 1].</exception>
    public double ResampleProbability
    {
        get;
        init => field = Checked(value, 1, nameof(ResampleProbability));
    }
    = 0.25;

    private static double Checked(double value, double high, string name) => value >= 0 && value <= high
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"The value must be from 0 to {NumberFormat.Invariant(high)}.");
}
