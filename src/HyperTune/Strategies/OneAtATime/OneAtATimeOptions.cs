using HyperTune.Numerics;

namespace HyperTune;

/// <summary>How many values of each parameter are tried beside the baseline.</summary>
public sealed record OneAtATimeOptions
{
    /// <summary>Up to how many values of a number are tried, evenly spread over its distribution, the ends included. Listed values are all tried.</summary>
    /// <value>At least 2. By default 5: enough to see where an effect begins, and whether it turns.</value>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 2.</exception>
    public int Points
    {
        get;
        init
        {
            Guard.AtLeast(value, 2, nameof(Points));
            field = value;
        }
    }
    = 5;
}
