namespace HyperTune.Numerics;

/// <summary>The ends of the open unit interval that quantile functions with infinite tails can take.</summary>
internal static class UnitInterval
{
    public const double Smallest = 1.0 / (1UL << 54);

    public const double Largest = 1 - (1.0 / (1UL << 53));
}
